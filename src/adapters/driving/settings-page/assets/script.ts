import { createHash } from 'node:crypto';

/**
 * What makes the page better where scripts run: a form is sent without leaving the page, once, with a word on what is
 * going on, and what was typed into a field for secrets stays in it, in the browser alone. Without it, and whenever
 * anything here fails before a form is sent, the browser sends the forms itself.
 */
export const SCRIPT = `const ROOT = 'planning-backup';
const root = () => document.getElementById(ROOT);
let busy = false;

const say = (text, failed) => {
  const place = root().querySelector('.pb-progress');
  place.textContent = text;
  place.classList.toggle('pb-working', text !== '' && !failed);
  place.classList.toggle('pb-failed', Boolean(failed));
  if (failed) place.scrollIntoView({ block: 'nearest' });
};

const working = (is) => {
  busy = is;
  root()?.setAttribute('aria-busy', String(is));
  for (const button of root()?.querySelectorAll('button') ?? []) button.setAttribute('aria-disabled', String(is));
};

const secrets = (within) => [...within.querySelectorAll('[data-pb-secret]')];

// The typed text itself moves to the new page's field: it came from this browser and never left for the page.
const keepSecrets = (before, after) => {
  for (const field of secrets(before)) {
    const next = after.querySelector('#' + CSS.escape(field.id));
    if (next && field.value !== '') next.value = field.value;
  }
};

const show = (html, { keep, action }) => {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const section = next.getElementById(ROOT);
  if (!section) {
    const trouble = next.getElementById(ROOT + '-trouble');
    say(trouble ? trouble.innerText || trouble.textContent.trim() : root().dataset.pbNoAnswer, true);
    return;
  }
  const before = root();
  if (keep) keepSecrets(before, section);
  before.replaceWith(section);
  const report = action === 'test' ? section.querySelector('#pb-test') : null;
  const target = report || section.querySelector('#pb-notices');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: report ? 'center' : 'nearest' });
};

const send = async (form, submitter) => {
  const action = submitter?.dataset.pb || form.dataset.pb;
  const { pbWorkingTest, pbWorkingSave, pbWorkingBackUp, pbWorkingOther, pbNoAnswer } = root().dataset;
  const words = { test: pbWorkingTest, save: pbWorkingSave, 'back-up': pbWorkingBackUp };
  const body = new URLSearchParams(new FormData(form, submitter));
  body.set('scripted', '1');
  working(true);
  say(words[action] || pbWorkingOther);
  try {
    const target = submitter?.hasAttribute('formaction') ? submitter.formAction : new URL(form.getAttribute('action'), location.href);
    const response = await fetch(target, { method: 'POST', body, credentials: 'same-origin' });
    const html = await response.text();
    say('');
    show(html, { keep: !response.redirected, action });
  } catch {
    say(pbNoAnswer, true);
  } finally {
    working(false);
  }
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  // Asked as an attribute: the form has a field of the name.
  if (!root()?.contains(form) || form.getAttribute('method') !== 'post') return;
  event.preventDefault();
  if (!busy) send(form, event.submitter);
});

// A password in a pasted address is gone before it is sent anywhere.
document.addEventListener('change', (event) => {
  const field = event.target;
  if (!field.matches?.('[data-pb-refused]')) return;
  const login = field.value.replace(/^\\s*[a-z][a-z0-9+.-]*:\\/+/i, '').split('@').slice(0, -1).join('@');
  if (!/:|%3a/i.test(login)) return;
  field.value = '';
  say(field.dataset.pbRefused, true);
  field.focus();
});
`;

const hash = createHash('sha256').update(SCRIPT).digest('hex').slice(0, 12);

export const SCRIPT_FILE = `settings-page-${hash}.js`;
