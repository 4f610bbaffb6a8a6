// Shared by the tests of vendors' formats: what holds for each of them, whatever a text says.
import assert from 'node:assert/strict';
import { readLicenseFile } from '../../../src/core/formats';
import { fieldNames } from '../../../src/core/formats/fields';
import type { LicenseFile, Term } from '../../../src/core/model';
import { defaultSettings } from '../../../src/core/settings';

/** `product "widget", expires "2024-04-30"`: the fields of a term, each with the text at its place. */
export function fieldsOf(term: Term): string {
  const { text } = term.file;
  const { fields } = term.entry;
  return fieldNames
    .flatMap(name => {
      const value = fields[name]?.value;
      if (!value) return [];
      const written = text.slice(value.start, value.end);
      // Seconds since 1970 are told as the date that they mean.
      const said = /^\d{9,11}$/.test(written)
        ? new Date(Number(written) * 1000).toISOString().replace('.000', '')
        : written;
      assert.ok(value.kind === 'scalar' && (value.text === written || value.text === said), name);
      return [`${name} "${written}"`];
    })
    .join(', ');
}

/** The words at which findings about a whole license stand. */
export function headOf({ file, entry: { node } }: Term): string {
  const { key } = node.pairs[0]!;
  assert.ok(node.start <= key.start && key.end <= node.end, 'the head is no part of its license');
  return file.text.slice(key.start, key.end);
}

/** What of a text is never a field or a head of any license: keys, serial numbers, host ids. */
export function assertSecret({ terms }: LicenseFile, secrets: readonly string[]): void {
  for (const term of terms)
    for (const secret of secrets) assert.ok(!`${fieldsOf(term)} ${headOf(term)}`.includes(secret), secret);
}

/**
 * Reads every beginning of a text, and the text with each of its characters changed; each `check`ed. Nothing throws, every place lies
 * in the text, and no license is empty.
 */
export function survives(text: string, check: (file: LicenseFile) => void = () => {}): void {
  for (let i = 0; i <= text.length; i++) {
    read(text.slice(0, i), check);
    for (const other of [String.fromCharCode(text.charCodeAt(i) ^ 1), '\n', ''])
      read(text.slice(0, i) + other + text.slice(i + 1));
  }
}

function read(text: string, check: (file: LicenseFile) => void = () => {}): void {
  const file = readLicenseFile({ path: 'license.lic', text }, defaultSettings);
  if (!file) return;
  for (const { span } of file.problems) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
  for (const term of file.terms) {
    fieldsOf(term);
    headOf(term);
    assert.ok(term.from < term.until && !Number.isNaN(term.until));
  }
  check(file);
}

/** What of other kinds lies under the names of license files. */
export const foreignTexts: Readonly<Record<string, string>> = {
  nothing: '',
  'the MIT license':
    'MIT License\n\nCopyright (c) 2026 A\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software\n',
  'the GPL':
    'GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n\n  License:\n  The GNU General Public License is a free, copyleft license for\nsoftware and other kinds of works.\n\n  FEATURE and VENDOR are words. License end\n',
  FlexNet: 'FEATURE widget acmed 1.0 30-nov-2026 5 SIGN=0000\n',
  RLM: 'LICENSE acmed widget 1.0 30-nov-2026 5 sig="0000"\n',
  'lmutil lmstat -i':
    'Feature                         Version     #licenses    Expires      Vendor\n_______\nwidget   1.0   5   30-nov-2026   acmed\n',
  'a package.json': '{"name":"left-pad","version":"1.0.0","license":"MIT","engines":{"node":">=20"}}\n',
  'package metadata': 'Name: left-pad\nLicense: MIT\nUsers: 5000\nLicense-Expression: MIT\nVersion: 1.0\n',
  'an INI file':
    '[license]\nBEGIN=20240101\nEXPIRATION=20240331\nEND = 2024-03-31\nLicense end = 20240331\nLicense end : 20240331\n',
  'HTTP headers': 'License: x\nX-License-Expires: 2050-12-31T23:59:59Z\nLicense-Expires: never\nUsers: 3\n',
  'code with blocks': 'FEATURE widget {\n  color: red;\n}\nfeature f { VENDOR=x }\n.KEY { VENDOR: none }\n',
  'a mail about SAP':
    'Please install the file that begins with "----- Begin SAP License -----" and tell us the EXPIRATION=\n',
  'a shell script': '#!/bin/sh\n# "app" version "1.0"\nLKEY=1\nexpires=never # "a" "version" "b"\n',
};
