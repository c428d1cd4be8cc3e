/** The canvas's tools for selecting several and for places: outlines, the layout, pins, everything put back. */
import type { Outlining } from '../stage/stage-face.ts';
import { putBack, unpin } from '../state/places.ts';
import { useApp } from './app-context.ts';
import { IconButton } from './icon-button.tsx';

export function ArrangingTools() {
  const app = useApp();
  const strings = app.strings.value.arranging;
  const { arranging, outlining, state } = app;
  const { places, pinned } = state.value;
  const running = arranging.running.value;
  const outline = (by: Outlining, label: string) => (
    <IconButton
      icon={by}
      label={label}
      pressed={outlining.value === by}
      onClick={() => {
        outlining.value = outlining.value === by ? undefined : by;
      }}
    />
  );
  return (
    <div class="arranging-tools">
      {outline('frame', strings.frame)}
      {outline('lasso', strings.lasso)}
      <IconButton
        icon={running ? 'pause' : 'run'}
        label={running ? strings.pause : strings.run}
        onClick={() => {
          if (running) arranging.pause();
          else void arranging.run();
        }}
      />
      {pinned.size > 0 && (
        <IconButton
          icon="unpin"
          label={strings.unpinAll(pinned.size)}
          onClick={() => {
            app.change((now) => unpin(now, now.pinned));
            app.announcement.value = strings.unpinned;
          }}
        />
      )}
      {(places.size > 0 || running) && (
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
