import { Canvas } from '../../../art/toolkit/canvas';
import { gradient, hex } from '../../../art/toolkit/color';
import { coverDisc, coverPolygon } from '../../../art/toolkit/fill';
import { distance, isInside, point, ring, turnedRectangle } from '../../../art/toolkit/geometry';
import { comb, drop, swirl } from '../../../art/toolkit/marbling';
import { clamp } from '../../../art/toolkit/noise';
import { createRandom } from '../../../art/toolkit/random';
import { scatter } from '../../../art/toolkit/scatter';
import { pathLength, traceStroke, type Mark } from '../../../art/toolkit/stroke';
import { createVoronoi } from '../../../art/toolkit/voronoi';

const polygonArea = (corners: { x: number; y: number }[]): number => {
  let sum = 0;
  coverPolygon(corners, 100, 100, (_x, _y, coverage) => (sum += coverage));
  return sum;
};

describe('random', () => {
  it('repeats with the seed and differs without', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('is uniform: mean 1/2 and variance 1/12 within three standard errors of 10,000 draws', () => {
    const values = Array.from({ length: 10000 }, createRandom(3).next);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.009);
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.0023);
  });
});

describe('fill', () => {
  it('covers exactly the area of a rectangle on fractions of pixels', () => {
    expect(polygonArea([point(10.25, 20.5), point(40.75, 20.5), point(40.75, 31), point(10.25, 31)])).toBeCloseTo(30.5 * 10.5, 3);
  });

  it('covers the area of a turned rectangle within half a percent (four samples down a pixel)', () => {
    expect(polygonArea(turnedRectangle(point(50, 50), 30, 12, 0.7)) / (60 * 24)).toBeCloseTo(1, 2);
  });

  it('covers the area of a disc within one percent', () => {
    let sum = 0;
    coverDisc(point(50.3, 49.8), 20, (_x, _y, coverage) => (sum += coverage));
    expect(Math.abs(sum / (Math.PI * 400) - 1)).toBeLessThan(0.01);
  });

  it('clips what lies outside of the picture', () => {
    expect(polygonArea([point(-50, -50), point(150, -50), point(150, 150), point(-50, 150)])).toBeCloseTo(10000, 3);
  });
});

describe('stroke', () => {
  const canvas = new Canvas(100, 100, [0, 0, 0]);

  it('visits each pixel once, with its own place on the path', () => {
    const marks: Mark[] = [];
    const path = [point(20, 50), point(50, 50), point(80, 50)];
    traceStroke(canvas, path, 5, (mark) => marks.push(mark));
    const worst = (error: (mark: Mark) => number): number => Math.max(...marks.map((mark) => Math.abs(error(mark))));
    expect(new Set(marks.map(({ x, y }) => y * 100 + x)).size).toBe(marks.length);
    expect(marks.length).toBeGreaterThan(60 * 10);
    expect(worst(({ x, along }) => along - clamp(x + 0.5 - 20, 0, 60))).toBeLessThan(1e-9);
    expect(worst(({ along, progress }) => progress - along / 60)).toBeLessThan(1e-9);
    expect(worst(({ x, y, across }) => (x < 20 || x >= 80 ? 0 : across - clamp((y + 0.5 - 50) / 5, -1, 1)))).toBeLessThan(1e-9);
    expect(pathLength(path)).toBe(60);
  });
});

describe('scatter and Voronoi', () => {
  it('keeps the gap and leaves no hole wider than twice the gap', () => {
    const places = scatter(200, 200, 10, createRandom(5));
    const nearest = (from: { x: number; y: number }): number =>
      Math.min(...places.filter((place) => place !== from).map((place) => distance(place, from)));
    const probes = Array.from({ length: 400 }, (_, index) => point(5 + (index % 20) * 10, 5 + Math.floor(index / 20) * 10));
    expect(Math.min(...places.map(nearest))).toBeGreaterThanOrEqual(10);
    expect(Math.max(...probes.map(nearest))).toBeLessThan(20);
  });

  it('finds the nearest place, as a search of all does', () => {
    const places = scatter(200, 200, 12, createRandom(6));
    const cellAt = createVoronoi(places, 40);
    const random = createRandom(9);
    for (let trial = 0; trial < 200; trial++) {
      const place = point(random.range(0, 200), random.range(0, 200));
      const nearest = Math.min(...places.map((other) => distance(place, other)));
      expect(distance(places[cellAt(place.x, place.y).cell], place)).toBeCloseTo(nearest, 9);
      expect(cellAt(place.x, place.y).toCenter).toBeCloseTo(nearest, 9);
    }
  });
});

describe('marbling', () => {
  it('keeps areas: a drop moves a far place back by the radius that the drop added', () => {
    const before = drop(point(0, 0), 30, hex('#ff0000'))(point(50, 0));
    expect(before).toEqual(point(40, 0)); // 50² - 30² = 40²
    expect(drop(point(0, 0), 30, hex('#ff0000'))(point(20, 0))).toEqual([1, 0, 0]);
  });

  it('combs along its teeth and swirls about its center only', () => {
    const combed = comb(0, 40, 10, 8)(point(3, 5)) as { x: number; y: number };
    expect(combed.y).toBe(5);
    const swirled = swirl(point(0, 0), 20, 15, 8)(point(12, 9)) as { x: number; y: number };
    expect(Math.sqrt(swirled.x ** 2 + swirled.y ** 2)).toBeCloseTo(15, 9);
  });
});

describe('colour and geometry', () => {
  it('reads hex codes and walks along a gradient', () => {
    expect(hex('#336699')).toEqual([0.2, 0.4, 0.6]);
    expect(gradient([hex('#000000'), hex('#ffffff'), hex('#ff0000')], 0.25)).toEqual([0.5, 0.5, 0.5]);
    expect(gradient([hex('#000000'), hex('#ff0000')], 2)).toEqual([1, 0, 0]);
  });

  it('tells inside from outside', () => {
    const circle = ring(point(10, 10), 5, 40);
    expect(isInside(point(12, 11), circle)).toBe(true);
    expect(isInside(point(16, 10), circle)).toBe(false);
  });
});
