import { drawnSize } from '../../../src/picture-entry/svg-size';

const sizeOf = (attributes: Record<string, string>): number[] => {
  const { width, height } = drawnSize({ getAttribute: (name) => attributes[name] ?? null }).drawn;
  return [width, height];
};

it.each([
  ['its own', { width: '1200', height: '1600px' }, [1200, 1600]],
  ['an icon of 24 by 12', { width: '24', height: '12' }, [1024, 512]],
  ['A4 in millimetres', { width: '210mm', height: '297mm' }, [794, 1123]],
  ['a poster', { width: '200in', height: '100in' }, [4096, 2048]],
  ['of its viewBox alone', { viewBox: '0,0 3000 1500' }, [3000, 1500]],
  ['of one side and its viewBox', { height: '2000', viewBox: '-5 -5 10 20' }, [1000, 2000]],
  ['of shares and its viewBox', { width: '100%', height: '100%', viewBox: '0 0 20 10' }, [1024, 512]],
  ['that is not said', {}, [1024, 512]],
  ['that makes no sense', { width: '-3', height: '1e999', viewBox: '0 0 0 nonsense' }, [1024, 512]],
  ['a line', { width: '4000', height: '0.1' }, [4000, 2]],
])('draws a drawing of the size %s', (_, attributes, size) => {
  expect(sizeOf(attributes as Record<string, string>)).toEqual(size);
});
