// `--format text`: a line a finding, in the form that terminals and editors make clickable.
import { listing } from '../../core/listing';
import type { Printer } from '../printers';

export const text: Printer = { format: 'text', print: listing };
