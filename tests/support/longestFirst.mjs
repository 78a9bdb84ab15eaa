import Sequencer from '@jest/test-sequencer';

/* Rooms whose tests wait for browsers and for other processes, the slowest first. Jest orders files by how long they took before, and
   on a clean clone it does not know: then what takes longest would begin in the middle, and everything waits for it in the end. */
const rooms = ['e2e', 'local', 'build.test.ts'];
const placeOf = ({ path }) => rooms.findIndex((room) => path.includes(`/tests/${room}`)) + 1 || Infinity;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other) || 0);
  }
}
