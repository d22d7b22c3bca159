/** Long work pauses, and what comes of it is the same whether anybody has a turn meanwhile or not. */
import { lintSteps } from '../src/lint/lint.js';
import { mappingChecker } from '../src/sql/check-mappings.js';
import { diffSteps } from '../src/sql/diff-targets.js';
import { loadParser } from '../src/sql/expressions/parser.js';
import { renderSteps } from '../src/sql/render-target.js';
import { targetNamed } from '../src/sql/targets.js';
import { atOnce, inTurns, type Steps } from '../src/steps.js';
import { VOCABULARY } from './fakes/recorded.js';
import { config } from './sql/build.js';
import { mappedStandard } from './sql/mapped.js';

function* three(said: string[]): Steps<number> {
  for (const word of ['one', 'two', 'three']) {
    said.push(word);
    yield;
  }
  return said.length;
}

test('others have a turn at every pause', async () => {
  const said: string[] = [];
  const breathe = async () => void said.push('a turn');
  expect(await inTurns(three(said), breathe)).toBe(6);
  expect(said).toEqual(['one', 'a turn', 'two', 'a turn', 'three', 'a turn']);
});

test('where nobody else is served it is done at once', async () => {
  const said: string[] = [];
  const done = inTurns(three(said), undefined);
  expect(said).toEqual(['one', 'two', 'three']);
  expect(await done).toBe(3);
  expect(atOnce(three([]))).toBe(3);
});

const standard = mappedStandard();
const targets = config.targets.map(targetNamed);
const [target = targetNamed('eclipse.postgres')] = targets;
const objects = standard.objects.length;

/** With as many pauses as there are parts that take their time. */
test.each([
  ['lint', objects, async () => lintSteps(standard, { config, vocabulary: VOCABULARY })],
  ['the faults of mappings', objects, async () => mappingChecker([standard], await loadParser())],
  ['a script', objects, async () => renderSteps(standard, target, { ...config, parse: await loadParser() })],
  ['differences of scripts', targets.length, async () => diffSteps(standard, standard, DIFFERENCE)],
] as const)('%s pauses after every part', async (_, parts, begin) => {
  let turns = 0;
  await inTurns<unknown>(await begin(), async () => {
    turns += 1;
  });
  expect(turns).toBeGreaterThanOrEqual(parts);
});

const DIFFERENCE = { targets, config, causes: () => [], hash: () => '', changedObjects: new Set<string>() };
