/** `npm run docs`: every file and folder that README, CONTRIBUTING and the decisions name in backticks or links exists. */
import { existsSync, readFileSync } from 'node:fs';
import { problemsOfDocuments, documentsOf } from './docs/named-paths';

const problems = problemsOfDocuments(
  documentsOf('.').map((name) => ({ name, text: readFileSync(name, 'utf8') })),
  existsSync,
);
problems.forEach((problem) => console.error(problem));
if (problems.length > 0) process.exit(1);
