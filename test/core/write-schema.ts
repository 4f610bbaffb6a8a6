// Writes the JSON Schema of native files, `npm run schema`, as the reader's own definition of them has it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nativeSchema } from '../../src/core/schema';

export const schemaPath = join(__dirname, '../../media/schemas/licenses.schema.json');

export function schemaText(): string {
  return `${JSON.stringify(nativeSchema(), null, 2)}\n`;
}

if (require.main === module) {
  mkdirSync(dirname(schemaPath), { recursive: true });
  writeFileSync(schemaPath, schemaText());
}
