import type { ReactNode } from 'react';
import type { ChosenLink } from '#contract/campaigns';
import { packMessages } from '#contract/messages/pack-messages';
import type { SurfaceId } from '#contract/surfaces';
import { copyHints } from '#domain/copy-pack/copy-hints';
import { isLinkKind } from '#domain/links/link-kinds';
import { useTranslator } from '../../../i18n/locale.tsx';

interface CopyHintsProps {
  text: string;
  surface: SurfaceId;
  link: ChosenLink | null;
}

/** Length, fold and link hints of a copy as it is typed. */
export function CopyHints({ text, surface, link }: CopyHintsProps): ReactNode {
  const { pick } = useTranslator();
  const hints = copyHints(text, surface, link && isLinkKind(link.kind) ? { kind: link.kind, value: link.value } : null);
  if (hints.length === 0) return null;
  return (
    <ul className="copy-hints">
      {hints.map(({ code, params }) => (
        <li key={code}>{pick(packMessages.hints[code], params)}</li>
      ))}
    </ul>
  );
}
