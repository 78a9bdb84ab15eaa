/* What jsdom leaves out and components ask for. Layout is for the browser tests: here nothing has a size and nothing comes into sight. */
import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';

class Watches {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

Object.assign(globalThis, { ResizeObserver: Watches, IntersectionObserver: Watches });
Object.assign(Element.prototype, { scrollIntoView() {}, scrollTo() {} });
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media,
    onchange: null,
    addListener() {},
    removeListener() {},
  }) as unknown as MediaQueryList;

// How it looks is for the browser tests, too: here every question by role would be asked of a thousand rules.
CSSStyleSheet.prototype.insertRule = () => 0;

// On a machine that several test files share, a part of the page may take its time to arrive.
configure({
  asyncUtilTimeout: 9_000,
  // The page itself says more about a failure than all of its markup.
  getElementError: (message) =>
    new Error(`${message}

${document.querySelector('#root > div')?.textContent ?? ''}`),
});

const wholeFetch = globalThis.fetch;
afterEach(() => {
  localStorage.clear();
  globalThis.fetch = wholeFetch;
});
