const common = {
  transform: {
    '^.+\\.m?[tj]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(idb|preact|@preact|fast-png|iobuffer|uint8array-extras|image-dimensions|geotiff|quick-lru|xml-utils|web-worker|lerc|zstddec|@petamoriken)/)',
  ],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
};

export default {
  // Two cores: one browser at a time keeps timings of conditions honest.
  maxWorkers: 2,
  // Shared and slow machines: a test that hangs still ends.
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/test/summary-reporter.js'],
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts?(x)'] },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts?(x)'],
      // Once, before test files run side by side: two builds at once would spoil each other.
      globalSetup: '<rootDir>/test/browser/build-once.ts',
    },
  ],
};
