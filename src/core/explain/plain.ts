// An explanation as plain text, for places that show nothing else.
import type { Explanation } from '../explain';
import * as words from '../words/explanations';

export function plainExplanation({ title, facts, symptoms, remedies }: Explanation): string {
  const parts = [
    [title, ...facts.map(({ label, text }) => `${label}: ${text}`)],
    symptoms.length === 0 ? [] : [words.labels.symptoms, ...symptoms.map(each => `• ${each}`)],
    remedies.length === 0 ? [] : [words.labels.remedies, ...remedies.map((each, i) => `${i + 1}. ${each}`)],
  ];
  return parts.flatMap(lines => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n');
}
