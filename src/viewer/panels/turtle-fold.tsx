/** A claim as Turtle, made when it is asked for. */
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { whyNot } from '../state/why-not.ts';
import { useApp } from './app-context.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';

export function TurtleFold({ claimKey }: { claimKey: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const open = useSignal(false);
  const text = useSignal('');
  const id = useId();
  useEffect(() => {
    text.value = '';
    if (!open.value) return;
    const stop = new AbortController();
    app.background.ask('turtle', claimKey, { signal: stop.signal }).then((answer) => {
      // A term that RDF can't hold: the message says which, and it is as good an answer as any.
      text.value = 'value' in answer ? answer.value : whyNot(answer, app.strings.peek());
    });
    return () => stop.abort();
  }, [claimKey, open.value, app, text]);
  return (
    <section class="turtle">
      <h3>
        <button
          type="button"
          class="fold-claims"
          aria-expanded={open.value}
          aria-controls={id}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {strings.turtle}
          <Icon name="chevron" />
        </button>
      </h3>
      <div id={id} hidden={!open.value}>
        <CopyButton what={strings.turtle} text={text.value} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
        <section class="turtle-text" aria-label={strings.turtle} tabIndex={0}>
          <pre dir="ltr" translate={false}>
            {text.value}
          </pre>
        </section>
      </div>
    </section>
  );
}
