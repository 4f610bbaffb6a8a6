// The list of keys, made of the table that the keys themselves are made of.
import { button, html } from './dom';
import { keys, otherKeys, view } from './page';

export function createHelp(): HTMLDialogElement {
  const heading = html('h2', { id: 'help-heading' }, view.help);
  const row = ({ shown, does }: { readonly shown: string; readonly does?: string }): HTMLElement =>
    html('tr', {}, html('th', { scope: 'row' }, html('kbd', {}, shown)), html('td', {}, does ?? ''));
  const close = button('help-close', view.close, () => dialog.close());
  close.autofocus = true;
  const dialog = html(
    'dialog',
    { id: 'help-dialog', 'aria-labelledby': 'help-heading' },
    heading,
    html(
      'div',
      { class: 'scroller', tabindex: 0, role: 'group', 'aria-labelledby': 'help-heading' },
      html('table', {}, html('tbody', {}, ...keys.map(row), ...otherKeys.map(row))),
    ),
    close,
  );
  return dialog;
}
