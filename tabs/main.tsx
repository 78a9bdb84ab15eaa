import { boot } from './app/boot.ts';

const begun = boot(new URL(window.location.href));

// React and the first screen are a part of their own. The browser fetches it from the beginning (`index.html` says so) and runs it
// when the first question is on its way.
void begun.then(async () => (await import('./app/start.tsx')).start(begun));
