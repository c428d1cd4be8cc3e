/** Whether an entity is pinned: for those who do not drag. */
import { togglePin } from '../state/toggle-pin.ts';
import { useApp } from './app-context.ts';
import { IconButton } from './icon-button.tsx';

export function PinChoice({ entity }: { entity: string }) {
  const app = useApp();
  const pinned = app.state.value.pinned.has(entity);
  return (
    <IconButton
      icon="pin"
      label={app.strings.value.arranging.pin}
      pressed={pinned}
      onClick={() => togglePin(app, [entity])}
    />
  );
}
