import { useRef } from 'react';
import { localText, localTime } from '../../format/localTime';

/** A moment that is typed or picked. It counts when it is whole: at Enter, or when the field is left. */
export function MomentField({ at, present, onGo }: { readonly at: number; readonly present: number; readonly onGo: (at: number) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const isTyped = useRef(false);
  const go = (): void => {
    const time = localTime(field.current?.value ?? '');
    if (time !== undefined && isTyped.current) onGo(time);
    isTyped.current = false;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input
        ref={field}
        className="input number"
        type="datetime-local"
        step={1}
        aria-label="Go to a moment"
        max={localText(present)}
        defaultValue={localText(at)}
        onChange={() => (isTyped.current = true)}
        onBlur={go}
      />
    </form>
  );
}
