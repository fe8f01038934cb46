import { useUndo } from '../../ui/use-undo.ts';
import type { InboxCommand } from './inbox-keys.ts';
import type { FixCommands } from './use-fix-commands.ts';
import type { Inbox } from './use-inbox.ts';
import type { InboxMoves } from './use-inbox-moves.ts';

/** Does what a key of the inbox means. */
export function useInboxCommands(
  { layout, current, ticks }: Inbox,
  moves: InboxMoves,
  fixes: FixCommands,
  onHelp: () => void,
): (command: InboxCommand) => void {
  const { takeBackLast } = useUndo();
  const toDo: { [Name in InboxCommand['do']]: (command: Extract<InboxCommand, { do: Name }>) => void } = {
    move: ({ by, extend }) => moves.goTo(current + by, extend),
    page: ({ step, extend }) => moves.page(step, extend),
    end: ({ at }) => moves.goTo(at === 'first' ? 0 : layout.lines - 1, false),
    group: ({ step }) => moves.group(step),
    open: ({ open }) => moves.open(open),
    tick: () => moves.tick(current, false),
    'tick-all': () => ticks.toggleAll(layout),
    clear: ticks.clear,
    best: fixes.best,
    show: moves.show,
    undo: takeBackLast,
    help: onHelp,
    fix: ({ fix }) => fixes.fix(fix),
  };
  return (command) => (toDo[command.do] as (known: InboxCommand) => void)(command);
}
