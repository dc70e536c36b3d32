import { expect, it } from 'vitest';
import { readBox } from './box.js';

const box = (text: string) => {
  const [west, south, east, north] = text.split(' ');
  return readBox({ west, south, east, north });
};

it.each(['122.9 20.4 154.1 45.6', ' -180 -90 180 90', '170 -20 -170 -10', '140.1 36 140.1 36', '+1e1 -.5 20. 0'])(
  'a box is read as its numbers: %s',
  (text) => {
    const [west, south, east, north] = text.trim().split(' ').map(Number);
    expect(box(text.trim())).toEqual({ west, south, east, north });
  },
);

it.each([
  ['122.9 20.4 154.1', 'a bound is missing'],
  ['122.9 20.4 east 45.6', 'a bound is no number'],
  ['122,9 20,4 154,1 45,6', 'a comma is no decimal point'],
  ['0x10 0 20 10', 'a number in another form'],
  ['122.9 45.6 154.1 20.4', 'south is above north'],
  ['0 0 360 10', 'beyond 180 degrees'],
  ['0 -91 10 10', 'beyond the pole'],
  ['Infinity 0 10 10', 'no finite number'],
])('%s is no box: %s', (text) => {
  expect(box(text)).toBeNull();
});
