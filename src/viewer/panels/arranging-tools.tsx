/** The canvas's tools for places: run and pause the layout, put everything back, select by a frame. */
import { putBack } from '../state/places.ts';
import { useApp } from './app-context.ts';
import { IconButton } from './icon-button.tsx';

export function ArrangingTools() {
  const app = useApp();
  const strings = app.strings.value.arranging;
  const { arranging, framing, state } = app;
  const running = arranging.running.value;
  return (
    <div class="arranging-tools">
      <IconButton
        icon="frame"
        label={strings.frame}
        pressed={framing.value}
        onClick={() => {
          framing.value = !framing.value;
        }}
      />
      <IconButton
        icon={running ? 'pause' : 'run'}
        label={running ? strings.pause : strings.run}
        onClick={() => {
          if (running) arranging.pause();
          else void arranging.run();
        }}
      />
      {(state.value.places.size > 0 || running) && (
        <IconButton
          icon="back"
          label={strings.putBack}
          onClick={() => {
            arranging.pause();
            app.change(putBack);
            app.announcement.value = strings.wentBack;
          }}
        />
      )}
    </div>
  );
}
