import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The contexts of src/ and what each may import: data flows panel → protocol → background → offscreen → nst. */
const CONTEXTS = {
  nst: ['nst'],
  'network-files': ['network-files', 'nst'],
  protocol: ['protocol', 'network-files', 'nst'],
  'picture-files': ['picture-files', 'protocol', 'nst'],
  'picture-entry': ['picture-entry', 'picture-files', 'bytes', 'protocol', 'nst'],
  texts: ['texts'],
  ui: ['ui', 'texts'],
  preferences: ['preferences', 'ui', 'texts', 'bytes', 'protocol', 'storage', 'picture-files', 'picture-entry', 'nst'],
  addresses: ['addresses'],
  bytes: ['bytes'],
  storage: ['storage', 'protocol', 'nst'],
  editors: ['editors', 'addresses', 'bytes'],
  background: ['background', 'texts', 'addresses', 'editors', 'protocol', 'storage', 'picture-files', 'nst'],
  overlay: ['overlay', 'ui', 'texts', 'addresses', 'editors', 'protocol'],
  offscreen: ['offscreen', 'protocol', 'storage', 'picture-files', 'network-files', 'nst'],
  options: ['options', 'preferences', 'ui', 'texts', 'bytes', 'protocol', 'storage', 'picture-files', 'nst'],
  panel: ['panel', 'preferences', 'ui', 'texts', 'addresses', 'bytes', 'protocol', 'storage', 'picture-files', 'picture-entry', 'nst'],
  library: ['library', 'nst'],
  headless: ['headless', 'bytes', 'protocol', 'storage', 'picture-files', 'picture-entry', 'nst'],
};

const elements = Object.keys(CONTEXTS).map((name) => ({ type: name, pattern: `src/${name}`, partialMatch: false }));

const policies = Object.entries(CONTEXTS).map(([from, allow]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { type: allow } } },
}));

/** The panel, the service worker and the command line know the method's options and shapes, never the engines' code. */
const NST_TYPES_ONLY = {
  regex: 'nst/(?!settings$|schema/|recipe$|report$|images/image$|model/vgg$|engines/engine$)',
  message: 'Only settings, recipe, report, image, layer and engine types of src/nst may be imported here; the rest runs in src/offscreen.',
};

const EXTENSION_GLOBALS = ['chrome', 'browser'].map((name) => ({
  name,
  message: 'src/nst and src/editors know nothing of extensions: take what you need as an argument.',
}));

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/', 'src/nst/engines/wasm/assembly/', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    // Each folder's own tsconfig tells the types, as `npm run types` sees them.
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    plugins: { boundaries },
    files: ['src/**/*.{ts,tsx}'],
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { typescript: { project: './tsconfig.base.json' } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Use named exports: they keep their name everywhere.' },
      ],
    },
  },
  {
    files: ['src/nst/**/*.ts', 'src/editors/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...EXTENSION_GLOBALS],
      'no-restricted-imports': ['error', { paths: [{ name: 'webextension-polyfill', message: 'No extension API here.' }] }],
    },
  },
  {
    files: [
      'src/panel/**/*.{ts,tsx}',
      'src/preferences/**/*.{ts,tsx}',
      'src/options/**/*.{ts,tsx}',
      'src/headless/**/*.ts',
      'src/background/**/*.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [NST_TYPES_ONLY] }] },
  },
  {
    files: [
      'src/panel/**/*.{ts,tsx}',
      'src/preferences/**/*.{ts,tsx}',
      'src/options/**/*.{ts,tsx}',
      'src/overlay/**/*.{ts,tsx}',
      'src/ui/**/*.{ts,tsx}',
    ],
    plugins: { 'react-hooks': reactHooks, ...jsxA11y.configs.recommended.plugins },
    rules: {
      ...jsxA11y.configs.recommended.rules,
      // The words stand in a span within a span.
      'jsx-a11y-x/label-has-associated-control': ['error', { depth: 3 }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'off',
    },
  },
);
