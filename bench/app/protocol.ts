/** How the benchmark talks to its two processes: one question, one answer, by Node's own channel. */

/** Answers questions by name until the channel closes. */
export function answerQuestions(answers: Readonly<Record<string, (value: never) => Promise<unknown>>>): void {
  process.on('message', (message: { readonly id: number; readonly name: string; readonly value: unknown }) => {
    const { id, name, value } = message;
    const answer = answers[name] as ((value: unknown) => Promise<unknown>) | undefined;
    void Promise.resolve(answer?.(value)).then(
      (result) => process.send?.({ id, result }),
      (error: unknown) => process.send?.({ id, error: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
