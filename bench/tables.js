// What was measured, as Markdown.

/** Takes results by scale and row name, gives one table: seconds, how many floors that is, memory. */
export function processTable(results, scales, floorName) {
  const names = [...new Set(scales.flatMap((scale) => [...results.get(scale).keys()]))];
  const cell = (scale, name) => {
    const result = results.get(scale).get(name);
    if (!result) return '';
    const floor = results.get(scale).get(floorName).seconds;
    const memory = result.mebibytes === null ? '' : `, ${Math.round(result.mebibytes)} MiB`;
    return `${seconds(result.seconds)} (${ratio(result.seconds / floor)}${memory})`;
  };
  return table(
    ['whole process: seconds (in floors, peak memory)', ...scales.map((scale) => `x${scale}`)],
    names.map((name) => [name, ...scales.map((scale) => cell(scale, name))]),
  );
}

/** Takes `{what, value, limit, unit}`, value null where it was not run. */
export function targetTable(targets) {
  const rows = targets.map(({ what, value, limit, unit = '' }) => {
    if (value === null) return [what, 'not run here', `${limit}${unit}`, ''];
    return [what, `${ratio(value)}${unit}`, `${limit}${unit}`, value <= limit ? 'yes' : 'no'];
  });
  return table(['target', 'measured', 'at most', 'met'], rows);
}

/** Takes what the App costs by scale and row; a scale that was not run has null. */
export function appTable(results, scales) {
  const measured = scales.filter((scale) => results.get(scale));
  const names = [...new Set(measured.flatMap((scale) => [...results.get(scale).keys()]))];
  const cell = (scale, name) => {
    const value = results.get(scale)?.get(name);
    return value === undefined ? '' : String(Math.round(value));
  };
  const headings = [
    'the App, a proposal of five files where nothing else is said',
    ...measured.map((scale) => `x${scale}`),
  ];
  return table(
    headings,
    names.map((name) => [name, ...measured.map((scale) => cell(scale, name))]),
  );
}

/** Takes milliseconds by scale and stage. */
export function stageTable(stages, scales) {
  const names = [...new Set(scales.flatMap((scale) => [...stages.get(scale).keys()]))];
  const sum = (scale) => [...stages.get(scale).values()].reduce((all, milliseconds) => all + milliseconds, 0);
  const cell = (scale, name) => {
    const milliseconds = stages.get(scale).get(name) ?? 0;
    return `${Math.round(milliseconds)} (${Math.round((100 * milliseconds) / sum(scale))} %)`;
  };
  const rows = names.map((name) => [name, ...scales.map((scale) => cell(scale, name))]);
  const all = ['all', ...scales.map((scale) => `${Math.round(sum(scale))}`)];
  return table(
    ['stage of a five-item review, nothing cached: ms', ...scales.map((scale) => `x${scale}`)],
    [...rows, all],
  );
}

function seconds(value) {
  return value.toFixed(value < 1 ? 3 : 2);
}

function ratio(value) {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function table(headings, rows) {
  const lines = [headings, headings.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
