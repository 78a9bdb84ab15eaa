import { boot } from './app/boot.ts';

const begun = boot(new URL(window.location.href));

// React and the first screen come as a part of their own, fetched at the same time (`index.html` says so).
void import('./app/start.tsx').then(({ start }) => start(begun));
