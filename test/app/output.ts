/** Runs a command of the command line with its output caught. */
export async function outputOf(run: () => Promise<number>): Promise<{ readonly code: number; readonly text: string }> {
  let text = '';
  const { write } = process.stdout;
  process.stdout.write = ((chunk: string, done?: () => void) => {
    text += chunk;
    done?.();
    return true;
  }) as typeof write;
  try {
    return { code: await run(), text };
  } finally {
    process.stdout.write = write;
  }
}
