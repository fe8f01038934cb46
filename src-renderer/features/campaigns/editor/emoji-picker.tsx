import { SmileOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../../i18n/locale.tsx';

/** Those of Unicode that people selling goods use, and that every phone since 2018 shows. */
const groups = {
  mark: ['🔥', '✨', '⭐', '💡', '📌', '✅', '❗', '⏰', '🆕', '👉', '👇', '💬'],
  money: ['💰', '🎫', '🎁', '🛒', '🧧', '💸', '🏷️', '📦', '🚚', '🉐', '💳', '📉'],
  face: ['😊', '😍', '🥰', '😋', '🤩', '👍', '🙌', '💪', '❤️', '🌟', '😂', '🤔'],
  goods: ['👗', '👟', '🧴', '🍜', '🍓', '☕', '🧻', '🛏️', '📱', '🎧', '🍼', '🐱'],
} as const;

/** Emoji to put where the cursor is. */
export function EmojiPicker({ onPick }: { onPick(emoji: string): void }): ReactNode {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topRight"
      title={t('editor.emoji')}
      content={
        <div className="emoji-groups">
          {Object.entries(groups).map(([group, emojis]) => (
            <div key={group}>
              {emojis.map((emoji) => (
                <Button key={emoji} type="text" onClick={() => onPick(emoji)}>
                  {emoji}
                </Button>
              ))}
            </div>
          ))}
        </div>
      }
    >
      <Button size="small" type="text" icon={<SmileOutlined />} aria-label={t('editor.emoji')} />
    </Popover>
  );
}
