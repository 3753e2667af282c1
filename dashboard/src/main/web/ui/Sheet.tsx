import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from './Icon';

/** A page beside the page. The browser's own dialog: it holds the focus, and Escape closes it. */
export function Sheet({
  title,
  onClose,
  children,
  isWide = false,
}: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`sheet ${isWide ? 'wide' : ''}`}
      aria-labelledby="sheet-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="sheet-body">
        <header>
          <h2 id="sheet-title">{title}</h2>
          <button type="button" className="button bare" onClick={onClose} aria-label="Close">
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
