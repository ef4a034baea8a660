/** Questions to a process that we started, and its answers, over the channel between the two. */

let count = 0;

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} what one of the questions that it passed to `answer`
 * @param {unknown} [about]
 * @returns {Promise<any>} the answer
 * @throws {Error} what went wrong there; or it has ended
 */
export function ask(child, what, about) {
  const id = ++count;
  return new Promise((resolve, reject) => {
    const heard = (/** @type {{id?: number, value?: unknown, failed?: string}} */ answer) => {
      if (answer.id !== id) return;
      done();
      if (answer.failed === undefined) resolve(answer.value);
      else reject(new Error(answer.failed));
    };
    const gone = () => {
      done();
      reject(new Error(`A process that was asked "${what}" has ended`));
    };
    const done = () => void child.off("message", heard).off("exit", gone);
    child.on("message", heard).on("exit", gone);
    if (child.connected) child.send({ id, what, about });
    else gone();
  });
}

/**
 * Answer what `ask` asks, in the process that was started; it ends with the one that started it.
 * @param {Record<string, (about: any) => unknown>} questions
 */
export function answer(questions) {
  process.once("disconnect", () => process.exit());
  process.on("message", (/** @type {{id: number, what: string, about: unknown}} */ { id, what, about }) => {
    const question = questions[what];
    if (question === undefined) return;
    Promise.resolve(about)
      .then(question)
      .then(
        (value) => process.send?.({ id, value }),
        (error) => process.send?.({ id, failed: error instanceof Error ? error.message : String(error) }),
      );
  });
}
