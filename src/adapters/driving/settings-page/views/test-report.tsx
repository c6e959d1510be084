/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { TestedStep } from '../../../../application/testing-connection/results.ts';
import { failureSaidToAdministrators } from '../../../shared/wording/failures-for-administrators.ts';
import { SaidText } from './parts.tsx';
import type { View } from './view.ts';

const SIGNS = { ok: '✓', failed: '✗', 'not-tried': '–', 'to-be-trusted': '?' } as const;

/** Each step of the test with what became of it, and how to mend what failed. */
export const TestReport = ({ view }: { readonly view: View }) => {
  const { words, form } = view;
  const { report } = form;
  if (report === undefined) return null;
  const { steps, isOk, warnings, capability } = report;
  const way = capability === null ? undefined : words.form.replacements[capability].name;
  const isOtherWay = capability !== null && capability !== form.values.replacement;
  return (
    <section class="pb-report" id="pb-test" tabindex={-1} aria-labelledby="pb-test-title">
      <h4 id="pb-test-title">{words.test.title}</h4>
      <p class="pb-what">{isOk ? words.test.ok : summaryOf(steps, view)}</p>
      <ol class="pb-steps">
        {steps.map((step) => (
          <Step view={view} step={step} />
        ))}
      </ol>
      {isOtherWay && way !== undefined ? <p class="pb-warning">{words.test.couldReplace(way)}</p> : null}
      {warnings.map((warning) => (
        <p class="pb-warning">{words.test.warnings(warning)}</p>
      ))}
      {isOk ? <p>{form.isSecretToBeEnteredAgain ? words.test.nextSaveWithPassword : words.test.nextSave}</p> : null}
    </section>
  );
};

const summaryOf = (steps: readonly TestedStep[], { words }: View): string => {
  const failed = steps.find(({ status }) => status === 'failed');
  return failed === undefined ? words.test.toBeTrusted.what : words.test.failed(words.test.steps[failed.step]);
};

const Step = ({ view: { words, section }, step }: { readonly view: View; readonly step: TestedStep }) => {
  const states = {
    ok: words.test.done,
    failed: words.test.bad,
    'not-tried': words.test.notTried,
    'to-be-trusted': words.test.waiting,
  };
  return (
    <li class={`pb-step pb-step-${step.status}`}>
      <span class="pb-sign" aria-hidden="true">
        {SIGNS[step.status]}
      </span>
      <span>
        {words.test.steps[step.step]}
        <span class={step.status === 'ok' ? 'pb-unseen' : 'pb-state'}>: {states[step.status]}</span>
        {step.status === 'failed' ? (
          <span class="pb-remedy">
            <SaidText {...failureSaidToAdministrators(step.failure, section.locale)} />
          </span>
        ) : null}
        {step.status === 'to-be-trusted' ? <span class="pb-remedy">{words.test.toBeTrusted.remedy}</span> : null}
      </span>
    </li>
  );
};
