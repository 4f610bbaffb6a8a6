// The JSON schema of a license file, for the validators; kept simple, so that it costs them as little as can be.

const text = { type: 'string' };
const day = { type: ['string', 'null'], pattern: '^(\\d{4}-\\d\\d-\\d\\d.*|never|perpetual)$' };

export const schema = {
  type: 'object' as const,
  properties: {
    environment: text,
    timezone: text,
    expiryDay: { enum: ['covered', 'uncovered'] },
    licenses: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: text,
          product: text,
          key: text,
          kind: { enum: ['subscription', 'temporary', 'perpetual', 'evaluation'] },
          seats: { type: ['integer', 'string'], minimum: 0, pattern: '^unlimited$' },
          starts: day,
          expires: day,
        },
        required: ['id'],
      },
    },
  },
  required: ['licenses'],
};
