// Colours snippets and real files with the grammars, by the engine that VS Code uses.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IOnigLib, type IToken, parseRawGrammar, Registry } from 'vscode-textmate';

type Language = 'flexnet' | 'rlm' | 'lmx';

const project = join(__dirname, '..');
const contributes: {
  languages: { id: string; firstLine: string; configuration: string }[];
  grammars: { language: string; scopeName: string; path: string }[];
} = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).contributes;
const { languages, grammars } = contributes;

/** Short names for the scopes, which end in the name of the language. */
const kinds: Readonly<Record<string, string>> = {
  'keyword.other.record': 'keyword',
  'entity.name.type.feature': 'feature',
  'entity.name.namespace.vendor': 'vendor',
  'string.unquoted.version': 'version',
  'constant.numeric.date': 'date',
  'constant.language.date': 'never',
  'constant.numeric.count': 'count',
  'constant.language.count': 'unlimited',
  'variable.other.constant.attribute': 'signed',
  'variable.parameter.attribute': 'editable',
  'keyword.operator.assignment': '=',
  'string.unquoted.value': 'value',
  'string.quoted.double': 'string',
  'constant.other.signature': 'signature',
  'comment.line.number-sign': 'comment',
  'comment.line.prose': 'prose',
  'punctuation.separator.continuation': 'break',
  'punctuation.section.block.begin': 'block',
  'punctuation.section.block.end': 'block',
  'entity.name.tag.host': 'host',
  'constant.other.hostid': 'hostid',
  'constant.numeric.port': 'port',
};

const registry = new Registry({
  onigLib: openEngine(),
  loadGrammar: async scope => {
    const { path } = grammars.find(({ scopeName }) => scopeName === scope)!;
    return parseRawGrammar(readFileSync(join(project, path), 'utf8'), path);
  },
});

async function openEngine(): Promise<IOnigLib> {
  // A copy: it must not come with the rest of Node's pool.
  const code = new Uint8Array(readFileSync(join(project, 'node_modules/vscode-oniguruma/release/onig.wasm')));
  await loadWASM(code.buffer);
  return { createOnigScanner, createOnigString };
}

async function grammarOf(language: Language): Promise<IGrammar> {
  const { scopeName } = grammars.find(grammar => grammar.language === language)!;
  return (await registry.loadGrammar(scopeName))!;
}

/** What a token is by its innermost scope; `undefined` where it has none but the file's. */
function kindOf({ scopes }: IToken, language: Language): string | undefined {
  const scope = scopes.slice(1).at(-1);
  if (scope === undefined) return undefined;
  const kind = kinds[scope.slice(0, -`.${language}`.length)];
  assert.ok(kind && scope.endsWith(`.${language}`), scope);
  return kind;
}

/** Each line's tokens as `kind[text]`; what has no kind stands bare, and blanks without one are left out. */
async function colour(language: Language, lines: readonly string[]): Promise<string[]> {
  const grammar = await grammarOf(language);
  let state = INITIAL;
  return lines.map(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return runsOf(tokens, language)
      .map(({ kind, start, end }) => [kind, line.slice(start, end).trim()])
      .filter(([, text]) => text)
      .map(([kind, text]) => (kind ? `${kind}[${text}]` : text))
      .join(' ');
  });
}

/** The tokens, with neighbours of one kind as one: where a quote begins or ends there is another token. */
function runsOf(
  tokens: readonly IToken[],
  language: Language,
): { kind: string | undefined; start: number; end: number }[] {
  const runs: ReturnType<typeof runsOf> = [];
  for (const token of tokens) {
    const kind = kindOf(token, language);
    const last = runs.at(-1);
    if (last?.kind === kind && last) last.end = token.endIndex;
    else runs.push({ kind, start: token.startIndex, end: token.endIndex });
  }
  return runs;
}

/** A name, then pairs: a line, and what it is coloured as. */
type Case = readonly [string, ...(readonly [string, string])[]];

function check(language: Language, cases: readonly Case[]): void {
  for (const [name, ...pairs] of cases)
    it(name, async () => {
      assert.deepEqual(
        await colour(
          language,
          pairs.map(([line]) => line),
        ),
        pairs.map(([, tokens]) => tokens),
      );
    });
}

const widget = 'feature[widget] vendor[acmed] version[2024.0]';
const record = `keyword[INCREMENT] ${widget} date[31-Dec-2026] count[5]`;

describe('FlexNet grammar', () => {
  check('flexnet', [
    ['a counted record', ['INCREMENT widget acmed 2024.0 31-Dec-2026 5', record]],
    [
      'a record without an end and without a count, its keyword in lower case',
      [
        'feature a_b.c-d acmed v1.0 permanent uncounted',
        'keyword[feature] feature[a_b.c-d] vendor[acmed] version[v1.0] never[permanent] unlimited[uncounted]',
      ],
    ],
    ['the year 0', ['FEATURE widget acmed 2024.0 1-jan-0 0', `keyword[FEATURE] ${widget} date[1-jan-0] count[0]`]],
    [
      'what is neither date nor count stays bare',
      ['FEATURE widget acmed 2024.0 2026-12-31 many', `keyword[FEATURE] ${widget} 2026-12-31 many`],
      ['FEATURE widget acmed 2024.0 1-jan-20261 5x', `keyword[FEATURE] ${widget} 1-jan-20261 5x`],
      ['FEATURE widget acmed 2024.0 permanently uncounted5', `keyword[FEATURE] ${widget} permanently uncounted5`],
    ],
    [
      'an upgrade',
      [
        'UPGRADE f1 acmed 1.000 2.000 1-jan-2030 2 SIGN=00',
        'keyword[UPGRADE] feature[f1] vendor[acmed] version[1.000] version[2.000] date[1-jan-2030] count[2] signature[SIGN=00]',
      ],
    ],
    [
      'a package, with a version and without',
      [
        'PACKAGE suite acmed 1.0 COMPONENTS="a:1.0:2 b"',
        'keyword[PACKAGE] feature[suite] vendor[acmed] version[1.0] signed[COMPONENTS] =[=] string["a:1.0:2 b"]',
      ],
      [
        'PACKAGE suite acmed OPTIONS=SUITE',
        'keyword[PACKAGE] feature[suite] vendor[acmed] signed[OPTIONS] =[=] value[SUITE]',
      ],
    ],
    [
      'the lines of the server',
      [
        'SERVER this_host 001122334455 27000 PRIMARY_IS_MASTER',
        'keyword[SERVER] host[this_host] hostid[001122334455] port[27000] editable[PRIMARY_IS_MASTER]',
      ],
      ['Server lic01 INTERNET=10.0.0.1', 'keyword[Server] host[lic01] hostid[INTERNET=10.0.0.1]'],
      [
        'VENDOR acmed /opt/acmed OPTIONS=/etc/a.opt port=27001',
        'keyword[VENDOR] vendor[acmed] value[/opt/acmed] editable[OPTIONS] =[=] value[/etc/a.opt] editable[port] =[=] value[27001]',
      ],
      [
        'DAEMON acmed C:\\flexlm\\acmed.exe 27001',
        'keyword[DAEMON] vendor[acmed] value[C:\\flexlm\\acmed.exe] port[27001]',
      ],
      ['USE_SERVER', 'keyword[USE_SERVER]'],
      [
        'SERVER lic01 ANY 27000 HEARTBEAT_INTERVAL=20\\',
        'keyword[SERVER] host[lic01] hostid[ANY] port[27000] editable[HEARTBEAT_INTERVAL] =[=] value[20] break[\\]',
      ],
      ['  PRIMARY_IS_MASTER', 'editable[PRIMARY_IS_MASTER]'],
      ['VENDOR acmed "/a b" /opt/acmed\\', 'keyword[VENDOR] vendor[acmed] string["/a b"] value[/opt/acmed] break[\\]'],
      ['  port=27001\\', 'editable[port] =[=] value[27001] break[\\]'],
      ['  # one', 'comment[# one]'],
      ['FEATURESET acmed 0123456789AB', 'keyword[FEATURESET] vendor[acmed] signature[0123456789AB]'],
    ],
    [
      'attributes: those in upper case are signed, those in lower case may be edited',
      [
        'INCREMENT widget acmed 2024.0 31-Dec-2026 5 SN=A-1 USER_BASED sort=50 vendor_info="desk 4"',
        `${record} signed[SN] =[=] value[A-1] signed[USER_BASED] editable[sort] =[=] value[50] editable[vendor_info] =[=] string["desk 4"]`,
      ],
    ],
    [
      'dates of attributes, but of no others',
      [
        'INCREMENT widget acmed 2024.0 31-Dec-2026 5 START=1-jan-2026 ISSUED=20-Dec-2025 SN=1-jan-2026',
        `${record} signed[START] =[=] date[1-jan-2026] signed[ISSUED] =[=] date[20-Dec-2025] signed[SN] =[=] value[1-jan-2026]`,
      ],
    ],
    [
      'what is stuck to something else is no attribute',
      [
        'INCREMENT widget acmed 2024.0 31-Dec-2026 5 (SN=1 (sn=1 (SN (sn SN) sn) (START=1-jan-2026 (SIGN=0 (8C59A481BA90 8C59A481BA90) (#1',
        `${record} (SN=1 (sn=1 (SN (sn SN) sn) (START=1-jan-2026 (SIGN=0 (8C59A481BA90 8C59A481BA90) (#1`,
      ],
      ['INCREMENT widget acmed 2024.0 31-Dec-2026 5 (SIGN="0"', `${record} (SIGN= string["0"]`],
      [
        'INCREMENT widget acmed 2024.0 31-Dec-2026 5 START=1-jan-20261',
        `${record} signed[START] =[=] value[1-jan-20261]`,
      ],
      ['SERVER a b 1 (X=1 (X X)', 'keyword[SERVER] host[a] hostid[b] port[1] (X=1 (X X)'],
      ['SERVER a b 1(', 'keyword[SERVER] host[a] hostid[b] 1('],
      ['VENDOR a (X=1 1x', 'keyword[VENDOR] vendor[a] value[(X=1] value[1x]'],
    ],
    [
      'signatures and license keys',
      [
        'INCREMENT widget acmed 2024.0 31-Dec-2026 5 8C59A481BA90 SIGN=0123ABCD ck=77 AUTH=1 SUPERSEDE_SIGN=2 \\',
        `${record} signature[8C59A481BA90] signature[SIGN=0123ABCD] signature[ck=77] signature[AUTH=1] signature[SUPERSEDE_SIGN=2] break[\\]`,
      ],
      [
        '\tAUTH="0" SUPERSEDE_SIGN="0" ck="0" \\',
        'signature[AUTH="0"] signature[SUPERSEDE_SIGN="0"] signature[ck="0"] break[\\]',
      ],
      ['\tSIGN2="007B AC4B \\', 'signature[SIGN2="007B AC4B] break[\\]'],
      ['\tD3A2 E623" SN=1', 'signature[D3A2 E623"] signed[SN] =[=] value[1]'],
    ],
    [
      'a record goes on behind a backslash, wherever that stands',
      ['INCREMENT \\', 'keyword[INCREMENT] break[\\]'],
      ['  widget acmed\\', 'feature[widget] vendor[acmed] break[\\]'],
      ['  2024.0 \\  ', 'version[2024.0] break[\\]'],
      [
        '  31-Dec-2026 5 VENDOR_STRING=a=b;c\\',
        'date[31-Dec-2026] count[5] signed[VENDOR_STRING] =[=] value[a=b;c] break[\\]',
      ],
      ['  SIGN=1\\', 'signature[SIGN=1] break[\\]'],
      ['  sort=1\\', 'editable[sort] =[=] value[1] break[\\]'],
      ['  SN=1', 'signed[SN] =[=] value[1]'],
      ['SN is what they asked for', 'prose[SN is what they asked for]'],
    ],
    [
      'since version 7 it goes on without one, too',
      ['INCREMENT widget acmed 2024.0 31-Dec-2026 5', record],
      ['  SN=1 sort=2', 'signed[SN] =[=] value[1] editable[sort] =[=] value[2]'],
      ['  AC4B D3A2', 'signature[AC4B D3A2]'],
    ],
    [
      'but ends before a keyword, even behind a backslash',
      ['INCREMENT widget \\', 'keyword[INCREMENT] feature[widget] break[\\]'],
      ['  INCREMENT widget acmed 2024.0 31-Dec-2026 5 \\', `${record} break[\\]`],
      ['USE_SERVER now', 'keyword[USE_SERVER] prose[now]'],
    ],
    [
      'quotes run over lines',
      [
        'INCREMENT widget acmed 2024.0 31-Dec-2026 5 NOTICE="on the \\',
        `${record} signed[NOTICE] =[=] string["on the] break[\\]`,
      ],
      ['second', 'string[second]'],
      ['floor" SN=1', 'string[floor"] signed[SN] =[=] value[1]'],
    ],
    [
      'a quote that nobody closed ends before the next record',
      ['INCREMENT widget acmed 2024.0 31-Dec-2026 5 NOTICE="on the', `${record} signed[NOTICE] =[=] string["on the]`],
      ['SIGN=0', 'string[SIGN=0]'],
      ['INCREMENT widget acmed 2024.0 31-Dec-2026 5 SIGN="00', `${record} signature[SIGN="00]`],
      ['INCREMENT widget acmed 2024.0 31-Dec-2026 5', record],
    ],
    [
      'curly quotes',
      [
        'INCREMENT widget acmed 2024.0 31-Dec-2026 5 NOTICE=“a b” SIGN=“00 11”',
        `${record} signed[NOTICE] =[=] string[“a b”] signature[SIGN=“00 11”]`,
      ],
    ],
    [
      'comments, in lines of their own and behind records',
      ['  # FEATURE START', 'comment[# FEATURE START]'],
      ['INCREMENT widget acmed 2024.0 31-Dec-2026 5 \\  # one', `${record} break[\\] comment[# one]`],
      ['  SN=1#2 # two', 'signed[SN] =[=] value[1#2] comment[# two]'],
      ['SERVER lic01 ANY # three', 'keyword[SERVER] host[lic01] hostid[ANY] comment[# three]'],
      ['# four', 'comment[# four]'],
    ],
    [
      'lines that begin with no keyword, or only seem to',
      ['Dear customer, here is your FEATURE:', 'prose[Dear customer, here is your FEATURE:]'],
      ['--- BEGIN cut here ---', 'prose[--- BEGIN cut here ---]'],
      ['FEATURES: widget', 'prose[FEATURES: widget]'],
      ['USE_SERVER_2', 'prose[USE_SERVER_2]'],
      [
        'Feature    Version   #licenses    Expires   Vendor',
        'prose[Feature    Version   #licenses    Expires   Vendor]',
      ],
    ],
    [
      'the decimal form',
      ['acmed-widget-00737-55296-1825', 'vendor[acmed] - feature[widget] signature[-00737-55296-1825]'],
      ['acmed-widget-00737-55296-1825-x', 'prose[acmed-widget-00737-55296-1825-x]'],
      ['USE_SERVER', 'keyword[USE_SERVER]'],
      ['acmed-widget-00737-55296-1825', 'vendor[acmed] - feature[widget] signature[-00737-55296-1825]'],
    ],
    [
      'a record that is being typed',
      ['INCREMENT', 'keyword[INCREMENT]'],
      ['FEATURE SN=1', 'keyword[FEATURE] signed[SN] =[=] value[1]'],
      ['FEATURE widget SN=1', 'keyword[FEATURE] feature[widget] signed[SN] =[=] value[1]'],
      ['FEATURE widget acmed SN=1', 'keyword[FEATURE] feature[widget] vendor[acmed] signed[SN] =[=] value[1]'],
      ['FEATURE widget acmed 2024.0 SN=1', `keyword[FEATURE] ${widget} signed[SN] =[=] value[1]`],
      ['FEATURE widget acmed 2024.0 1-jan-0 SN=1', `keyword[FEATURE] ${widget} date[1-jan-0] signed[SN] =[=] value[1]`],
      ['UPGRADE SN=1', 'keyword[UPGRADE] signed[SN] =[=] value[1]'],
      ['UPGRADE widget SN=1', 'keyword[UPGRADE] feature[widget] signed[SN] =[=] value[1]'],
      ['UPGRADE widget acmed SN=1', 'keyword[UPGRADE] feature[widget] vendor[acmed] signed[SN] =[=] value[1]'],
      ['UPGRADE widget acmed 2024.0 SN=1', `keyword[UPGRADE] ${widget} signed[SN] =[=] value[1]`],
      ['PACKAGE SN=1', 'keyword[PACKAGE] signed[SN] =[=] value[1]'],
      ['PACKAGE widget SN=1', 'keyword[PACKAGE] feature[widget] signed[SN] =[=] value[1]'],
      ['prose', 'prose[prose]'],
    ],
  ]);

  for (const line of [
    'FEATURE widget acmed 2024.0 1-jan-0 5 SN=1',
    'UPGRADE widget acmed 1.0 2.0 1-jan-0 5 SN=1',
    'PACKAGE widget acmed 1.0 SN=1',
    'SERVER lic01 ANY 27000 X=1',
    'VENDOR acmed /opt/acmed port=1',
    'FEATURESET acmed 0123456789AB',
    'FEATURE widget acmed 2024.0 1-jan-0 5\n  SN=1',
  ])
    it(`has prose behind a record however far that got: ${line}`, async () => {
      for (const { index } of line.matchAll(/ |\n|$/g)) {
        const lines = [...line.slice(0, index).split('\n'), 'X is prose'];
        assert.equal((await colour('flexnet', lines)).at(-1), 'prose[X is prose]', lines.join('\n'));
      }
    });
});

const gadget = 'vendor[acme] feature[gadget] version[2.0]';
const license = `keyword[LICENSE] ${gadget} date[30-nov-2026] count[10]`;

describe('RLM grammar', () => {
  check('rlm', [
    [
      'a record, which runs to the next keyword',
      [
        'LICENSE acme gadget 2.0 30-nov-2026 10 share=h start=1-may-2026 issued=20-apr-2026',
        `${license} signed[share] =[=] value[h] signed[start] =[=] date[1-may-2026] signed[issued] =[=] date[20-apr-2026]`,
      ],
      [
        '  _line_item="a b" _ck=0000 sig="60PG',
        'editable[_line_item] =[=] string["a b"] signature[_ck=0000] signature[sig="60PG]',
      ],
      ['  0GUS" disable=VM', 'signature[0GUS"] signed[disable] =[=] value[VM]'],
      ['license acme gadget', 'keyword[license] vendor[acme] feature[gadget]'],
      ['  2.0 permanent', 'version[2.0] never[permanent]'],
      ['  single', 'unlimited[single]'],
    ],
    [
      'FEATURE is another word for it, with the vendor in front all the same',
      ['FEATURE acme gadget 2.0 1-jan-0 uncounted', `keyword[FEATURE] ${gadget} date[1-jan-0] unlimited[uncounted]`],
    ],
    [
      'what is neither date nor count stays bare',
      ['LICENSE acme gadget 2.0 2026-11-30 many', `keyword[LICENSE] ${gadget} 2026-11-30 many`],
      ['LICENSE acme gadget 2.0 1-jan-20261 5x', `keyword[LICENSE] ${gadget} 1-jan-20261 5x`],
      ['LICENSE acme gadget 2.0 permanently single5', `keyword[LICENSE] ${gadget} permanently single5`],
    ],
    [
      'what is stuck to something else is no attribute',
      [
        'LICENSE acme gadget 2.0 30-nov-2026 10 (share=h (_x=1 (start=1-may-2026 (sig=0 (60PG451KTXVQ 60PG451KTXVQ) (sig="0" (#1',
        `${license} (share=h (_x=1 (start=1-may-2026 (sig=0 (60PG451KTXVQ 60PG451KTXVQ) (sig= string["0"] (#1`,
      ],
      ['LICENSE acme gadget 2.0 30-nov-2026 10 start=1-may-20261', `${license} signed[start] =[=] value[1-may-20261]`],
      ['HOST a b 1 (x=1', 'keyword[HOST] host[a] hostid[b] port[1] (x=1'],
      ['HOST a b 1(', 'keyword[HOST] host[a] hostid[b] 1('],
      ['ISV a (x=1 1x', 'keyword[ISV] vendor[a] value[(x=1] value[1x]'],
    ],
    [
      'a record that is being typed',
      ['LICENSE share=h', 'keyword[LICENSE] signed[share] =[=] value[h]'],
      ['LICENSE acme share=h', 'keyword[LICENSE] vendor[acme] signed[share] =[=] value[h]'],
      ['LICENSE acme gadget share=h', 'keyword[LICENSE] vendor[acme] feature[gadget] signed[share] =[=] value[h]'],
      [
        'LICENSE acme gadget 2.0 1-jan-0 share=h',
        `keyword[LICENSE] ${gadget} date[1-jan-0] signed[share] =[=] value[h]`,
      ],
      ['LICENSE acme gadget 2.0 share=h', `keyword[LICENSE] ${gadget} signed[share] =[=] value[h]`],
      ['UPGRADE share=h', 'keyword[UPGRADE] signed[share] =[=] value[h]'],
      ['UPGRADE acme share=h', 'keyword[UPGRADE] vendor[acme] signed[share] =[=] value[h]'],
      ['UPGRADE acme gadget share=h', 'keyword[UPGRADE] vendor[acme] feature[gadget] signed[share] =[=] value[h]'],
      ['UPGRADE acme gadget 2.0 share=h', `keyword[UPGRADE] ${gadget} signed[share] =[=] value[h]`],
    ],
    [
      'an upgrade',
      [
        'UPGRADE acme gadget 1.0 2.0 30-nov-2026 10 sig=AB',
        'keyword[UPGRADE] vendor[acme] feature[gadget] version[1.0] version[2.0] date[30-nov-2026] count[10] signature[sig=AB]',
      ],
    ],
    [
      'a key without its name',
      ['LICENSE acme gadget 2.0 30-nov-2026 10 60PG451KTXVQ', `${license} signature[60PG451KTXVQ]`],
    ],
    [
      'the lines of the server',
      ['HOST licsrv 001122334455 5053', 'keyword[HOST] host[licsrv] hostid[001122334455] port[5053]'],
      ['SERVER licsrv ip=10.0.0.1', 'keyword[SERVER] host[licsrv] hostid[ip=10.0.0.1]'],
      [
        'ISV acme /opt/acme /opt/acme.opt 5054',
        'keyword[ISV] vendor[acme] value[/opt/acme] value[/opt/acme.opt] port[5054]',
      ],
      [
        'DAEMON acme port=5054 password="a b"',
        'keyword[DAEMON] vendor[acme] editable[port] =[=] value[5054] editable[password] =[=] string["a b"]',
      ],
      ['CUSTOMER acme', 'keyword[CUSTOMER] value[acme]'],
      [
        'HOST licsrv ANY 5053 _x=1\\',
        'keyword[HOST] host[licsrv] hostid[ANY] port[5053] editable[_x] =[=] value[1] break[\\]',
      ],
      ['  # one', 'comment[# one]'],
      ['ISV acme /opt/acme\\', 'keyword[ISV] vendor[acme] value[/opt/acme] break[\\]'],
      ['  # two', 'comment[# two]'],
      ['CUSTOMER acme\\', 'keyword[CUSTOMER] value[acme] break[\\]'],
      ['  # three', 'comment[# three]'],
    ],
    [
      'backslashes, which it needs not',
      ['LICENSE acme gadget 2.0 30-nov-2026 10 \\', `${license} break[\\]`],
      ['  options="a \\', 'signed[options] =[=] string["a] break[\\]'],
      ['b" issuer=c\\', 'string[b"] signed[issuer] =[=] value[c] break[\\]'],
      ['  _x=1\\', 'editable[_x] =[=] value[1] break[\\]'],
      ['  _ck="1 \\', 'signature[_ck="1] break[\\]'],
      ['  2" sig=2\\', 'signature[2"] signature[sig=2] break[\\]'],
      ['HOST licsrv ANY', 'keyword[HOST] host[licsrv] hostid[ANY]'],
    ],
    [
      'a quote that nobody closed ends before the next record',
      ['LICENSE acme gadget 2.0 30-nov-2026 10 options="a', `${license} signed[options] =[=] string["a]`],
      ['LICENSE acme gadget 2.0 30-nov-2026 10 sig="a', `${license} signature[sig="a]`],
      ['LICENSE acme gadget 2.0 30-nov-2026 10', license],
    ],
    [
      'curly quotes',
      [
        'LICENSE acme gadget 2.0 30-nov-2026 10 options=“a b” sig=“C D”',
        `${license} signed[options] =[=] string[“a b”] signature[sig=“C D”]`,
      ],
    ],
    [
      'prose is no attribute',
      ['Your subscriptions:', 'Your subscriptions:'],
      ['LICENSE acme gadget 2.0 30-nov-2026 10', license],
      ['About all subscriptions', 'About all subscriptions'],
    ],
    [
      'comments, in lines of their own and behind records',
      ['# for LICENSE', 'comment[# for LICENSE]'],
      ['LICENSE acme gadget 2.0 30-nov-2026 10 # one', `${license} comment[# one]`],
      ['# two', 'comment[# two]'],
      ['  sig=A#B \\ # three', 'signature[sig=A#B] break[\\] comment[# three]'],
    ],
  ]);
});

describe('LM-X grammar', () => {
  check('lmx', [
    [
      'a block with a directive in each line',
      ['FEATURE widget-1.x', 'keyword[FEATURE] feature[widget-1.x]'],
      ['{', 'block[{]'],
      ['  VENDOR = ACME', 'signed[VENDOR] =[=] vendor[ACME]'],
      ['  VERSION = 1.5', 'signed[VERSION] =[=] version[1.5]'],
      ['  START = 2026-05-01', 'signed[START] =[=] date[2026-05-01]'],
      ['  COUNT = UNLIMITED', 'signed[COUNT] =[=] unlimited[UNLIMITED]'],
      ['  KEYTYPE = ADDITIVE # sum', 'signed[KEYTYPE] =[=] value[ADDITIVE] comment[# sum]'],
      ['  # KEY = 1', 'comment[# KEY = 1]'],
      ['  KEY = v]vcs{0=', 'signature[KEY = v]vcs{0=]'],
      ['}', 'block[}]'],
    ],
    [
      'a block with all in one line',
      [
        'FEATURE f1{VENDOR=ACME COUNT=6 END=01-06-2026 TOKEN_DEPENDENCY="FEATURE=f2 COUNT=3" HOLD=5}',
        'keyword[FEATURE] feature[f1] block[{] signed[VENDOR] =[=] vendor[ACME] signed[COUNT] =[=] count[6] signed[END] =[=] date[01-06-2026] signed[TOKEN_DEPENDENCY] =[=] string["FEATURE=f2 COUNT=3"] signed[HOLD] =[=] value[5] block[}]',
      ],
    ],
    [
      'what is neither date nor count is a plain value',
      [
        'FEATURE f1 { END=31-dec-2026 COUNT=many',
        'keyword[FEATURE] feature[f1] block[{] signed[END] =[=] value[31-dec-2026] signed[COUNT] =[=] value[many]',
      ],
    ],
    [
      'quotes run over lines',
      ['FEATURE f1 { LICENSEE="a', 'keyword[FEATURE] feature[f1] block[{] signed[LICENSEE] =[=] string["a]'],
      ['b" KEY="c', 'string[b"] signature[KEY="c]'],
      ['d" SN=1 }', 'signature[d"] signed[SN] =[=] value[1] block[}]'],
    ],
    [
      'blocks and quotes that nobody closed end before the next record',
      ['FEATURE f1 { HOLD=5', 'keyword[FEATURE] feature[f1] block[{] signed[HOLD] =[=] value[5]'],
      ['FEATURE f2 { LICENSEE="a', 'keyword[FEATURE] feature[f2] block[{] signed[LICENSEE] =[=] string["a]'],
      ['FEATURE f3 { KEY="a', 'keyword[FEATURE] feature[f3] block[{] signature[KEY="a]'],
      ['FEATURE f4', 'keyword[FEATURE] feature[f4]'],
    ],
    [
      'what is not the whole word is a plain value, too',
      [
        'FEATURE f1 { END=2026-12-310 COUNT=5x',
        'keyword[FEATURE] feature[f1] block[{] signed[END] =[=] value[2026-12-310] signed[COUNT] =[=] value[5x]',
      ],
    ],
    [
      'every date, count and version',
      [
        'FEATURE f1 { MAINTENANCE_START=2026-01-01',
        'keyword[FEATURE] feature[f1] block[{] signed[MAINTENANCE_START] =[=] date[2026-01-01]',
      ],
      [
        'MAINTENANCE_END=2026-12-31 ISSUED=2026-01-01',
        'signed[MAINTENANCE_END] =[=] date[2026-12-31] signed[ISSUED] =[=] date[2026-01-01]',
      ],
      [
        'SOFTLIMIT=3 MAJOR_VERSION=1 MINOR_VERSION=2',
        'signed[SOFTLIMIT] =[=] count[3] signed[MAJOR_VERSION] =[=] version[1] signed[MINOR_VERSION] =[=] version[2]',
      ],
    ],
    [
      'a comment begins behind a blank',
      ['# FEATURE f0', 'comment[# FEATURE f0]'],
      ['FEATURE f1 # one', 'keyword[FEATURE] feature[f1] comment[# one]'],
      ['{ SN=A#B (#C # two', 'block[{] signed[SN] =[=] value[A#B] (#C comment[# two]'],
    ],
    ['what only seems to be a record', ['{ SN=1 }', '{ SN=1 }'], ['FEATURES = 1', 'FEATURES = 1']],
    ['case counts', ['Feature widget', 'Feature widget']],
  ]);
});

describe('real license files', () => {
  const samples = join(project, '../shared/samples');
  const keywords: Readonly<Record<string, readonly [Language, Readonly<Record<string, number>>]>> = {
    flexlm: [
      'flexnet',
      {
        'ansys_simutech_kb.lic': 4,
        'eda-license-monitor_vcs.lic': 4,
        'flexnet_enduser_guide_upgrade.lic': 2,
        'goflexlm_conforming.lic': 4,
        'intel-fpga_quartus_license.dat': 1,
        'lmstat_i_app1.txt': 0,
        'lmstat_i_app2_columns-switched.txt': 0,
        'node-flexlm_example_trailing-comments.lic': 8,
        'node-flexlm_test_license.lic': 14,
        'suwanny_bad_malformed.lic': 9,
        'suwanny_good.lic': 9,
      },
    ],
    rlm: ['rlm', { 'node-rlm_test_license.lic': 12, 'reprise_docs_comments.lic': 4 }],
    lmx: ['lmx', { 'xformation_docs_examples_v5.lic': 4 }],
  };

  before(function () {
    if (existsSync(samples)) return;
    console.log('      the samples are not beside the project: skipped');
    this.skip();
  });

  for (const [folder, [language, expected]] of Object.entries(keywords))
    it(`shows each record of ${folder} by its keyword`, async () => {
      const counts: Record<string, number> = {};
      for (const name of readdirSync(join(samples, folder))) {
        const lines = readFileSync(join(samples, folder, name), 'latin1').split(/\r?\n/);
        counts[name] = (await colour(language, lines)).join(' ').split('keyword[').length - 1;
      }
      assert.deepEqual(counts, expected);
    });
});

describe('the grammars', () => {
  const starts: Readonly<Record<Language, readonly string[]>> = {
    flexnet: ['', 'SERVER ', 'FEATURE ', 'FEATURE a b 1 permanent 5 NOTICE="'],
    rlm: ['', 'ISV ', 'LICENSE a b 1 permanent 5 '],
    lmx: ['', 'FEATURE a { ', 'FEATURE a { LICENSEE="'],
  };
  const pieces = ['a', '0', ' ', '"', '=', '\\', '\\ ', '-1', 'A=b '];

  for (const [language, beginnings] of Object.entries(starts) as [Language, readonly string[]][])
    it(`get through long lines of ${language}`, async () => {
      const grammar = await grammarOf(language);
      for (const start of beginnings)
        for (const piece of pieces) {
          const line = start + piece.repeat(200_000 / piece.length);
          const { stoppedEarly } = grammar.tokenizeLine(line, INITIAL, 10_000);
          assert.ok(!stoppedEarly, `${start}${piece}…`);
        }
    }).timeout(120_000);
});

describe('the languages', () => {
  const ids: readonly Language[] = ['flexnet', 'rlm', 'lmx'];
  const entryOf = (id: Language) => languages.find(language => language.id === id)!;

  for (const id of ids)
    it(`take a name of ${id} as one word`, () => {
      const { wordPattern } = JSON.parse(readFileSync(join(project, entryOf(id).configuration), 'utf8'));
      const words = 'FEATURE a_b.c-d {SN="x:1.0",START=1-jan-2026} \\#'.match(new RegExp(wordPattern, 'g'));
      assert.deepEqual(words, ['FEATURE', 'a_b.c-d', 'SN', 'x', '1.0', 'START', '1-jan-2026']);
    });

  const firstLines: readonly (readonly [string, ...Language[]])[] = [
    ['SERVER lic01 001122334455 27000', 'flexnet'],
    ['SERVER this_host ANY', 'flexnet'],
    ['USE_SERVER', 'flexnet'],
    ['INCREMENT widget acmed 2024.0 31-dec-2026 5', 'flexnet'],
    ['UPGRADE f1 sampled 1.000 2.000 1-jan-2005 2', 'flexnet'],
    ['PACKAGE suite acmed 1.0 COMPONENTS="a b"', 'flexnet'],
    ['HOST gt2 0000a74f88ce 5053', 'rlm'],
    ['LICENSE acme widget 2024.04 30-apr-2024 25', 'rlm'],
    ['FEATURE f1 {', 'lmx'],
    ['LICENSE AGREEMENT for the use of 3 things'],
    ['SERVER ROOM PLAN'],
    ['HOST COUNTRY AGREEMENT'],
    ['FEATURE REQUESTS'],
    ['PACKAGE NAMES'],
  ];

  for (const [line, ...expected] of firstLines)
    it(`tell by a first line: ${line}`, () => {
      assert.deepEqual(
        ids.filter(id => new RegExp(entryOf(id).firstLine).test(line)),
        expected,
      );
    });
});
