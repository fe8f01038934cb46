import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { App, Button, type ButtonProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../i18n/locale.tsx';

const shownForMs = 1_600;

/** Copies a text to the clipboard, byte for byte, and says so. */
export function CopyButton({
  text,
  children,
  ...button
}: { text: string; children?: ReactNode } & Omit<ButtonProps, 'onClick' | 'icon'>): ReactNode {
  const { t } = useTranslator();
  const { message } = App.useApp();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        setTimeout(() => setCopied(false), shownForMs);
      },
      () => message.error(t('common.copyFailed')),
    );
  };
  return (
    <Button {...button} icon={copied ? <CheckOutlined /> : <CopyOutlined />} onClick={copy}>
      {copied ? t('common.copied') : (children ?? t('common.copy'))}
    </Button>
  );
}
