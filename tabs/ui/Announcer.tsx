import { AnnounceProvider, makeResetStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

const useUnseenClass = makeResetStyles({
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});

/**
 * Says aloud what the eyes see happen: `useAnnounce()` anywhere below. Politely, after the sentence that is being read; Fluent's
 * own one interrupts, and brings the keyboard library with it.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const unseenClass = useUnseenClass();
  const [said, setSaid] = useState({ sentence: '', times: 0 });
  const [voice] = useState(() => ({
    announce: (sentence: string) => setSaid(({ times }) => ({ sentence, times: times + 1 })),
  }));
  return (
    <AnnounceProvider value={voice}>
      {children}
      <div role="status" className={unseenClass}>
        {/* The same sentence twice is news twice: a new element is read again. */}
        <span key={said.times}>{said.sentence}</span>
      </div>
    </AnnounceProvider>
  );
}
