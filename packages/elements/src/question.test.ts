import { TaskStatus } from '@lit/task';
import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { Question } from './question.ts';

/** An element as far as a question knows it, and questions that the test answers. */
function asked() {
  const host = {
    controllers: [] as ReactiveController[],
    drawn: 0,
    updateComplete: Promise.resolve(true),
    addController: (controller: ReactiveController) => void host.controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => void (host.drawn += 1),
  };
  const told: unknown[] = [];
  /** How things stood when somebody was told. */
  const toldWhen: unknown[] = [];
  const calls: { arg: string; signal: AbortSignal; answer: (value: string) => void; fail: () => void }[] = [];
  let arg = 'one';
  const question = new Question(host, {
    args: () => [arg] as const,
    task: ([given], signal) =>
      given === ''
        ? undefined
        : new Promise<string>((answer, reject) =>
            calls.push({ arg: given, signal, answer, fail: () => reject(new Error('lost')) }),
          ),
    onComplete: (value) => {
      told.push(value);
      toldWhen.push({ drawn: host.drawn, status: question.status });
    },
    onError: () => told.push('failed'),
  });
  const draw = (now = arg) => {
    arg = now;
    for (const controller of host.controllers) controller.hostUpdate?.();
  };
  const call = (index: number) => {
    const found = calls[index];
    if (!found) throw new Error(`Asked ${calls.length} times only`);
    return found;
  };
  return { question, host, told, toldWhen, calls, draw, call };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('a question', () => {
  it('is asked once for the same arguments, and again for others', () => {
    const { draw, calls } = asked();
    draw();
    draw();
    draw('two');
    expect(calls.map(({ arg }) => arg)).to.deep.equal(['one', 'two']);
  });

  it('knows the last answer only: a former one that comes late is nobody’s', async () => {
    const { question, draw, call, told } = asked();
    draw();
    draw('two');
    expect(call(0).signal.aborted).to.equal(true);
    call(1).answer('second');
    call(0).answer('first');
    await turn();
    expect([question.status, question.value, told]).to.deep.equal([
      TaskStatus.COMPLETE,
      'second',
      ['second'],
    ]);
  });

  it('gives nothing up that has been answered', async () => {
    const { draw, call } = asked();
    draw();
    call(0).answer('first');
    await turn();
    draw('two');
    expect(call(0).signal.aborted).to.equal(false);
  });

  it('keeps what it knew while it is asked again, and forgets it when that fails', async () => {
    const { question, draw, call, told } = asked();
    draw();
    call(0).answer('first');
    await turn();
    const again = question.run();
    expect([question.status, question.value]).to.deep.equal([TaskStatus.PENDING, 'first']);
    call(1).fail();
    await again;
    expect([question.status, question.value, told]).to.deep.equal([
      TaskStatus.ERROR,
      undefined,
      ['first', 'failed'],
    ]);
    expect(question.error).to.be.instanceOf(Error);
  });

  it('knows its answer, and has its element drawn with it, when it tells', async () => {
    const { host, draw, call, toldWhen } = asked();
    draw();
    expect(host.drawn).to.equal(1);
    call(0).answer('first');
    await turn();
    expect(toldWhen).to.deep.equal([{ drawn: 2, status: TaskStatus.COMPLETE }]);
  });

  it('is given up when its element leaves the page, and asked again when that comes back', () => {
    const { question, draw, call, calls } = asked();
    question.hostConnected();
    draw();
    expect(calls.length).to.equal(1);
    question.hostDisconnected();
    expect(call(0).signal.aborted).to.equal(true);
    question.hostConnected();
    expect(calls.length).to.equal(2);
  });

  it('is asked of nobody while there is nobody', async () => {
    const { question, draw, calls } = asked();
    draw('');
    await turn();
    expect([question.status, calls.length]).to.deep.equal([TaskStatus.INITIAL, 0]);
  });
});
