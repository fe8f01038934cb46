/** Why stored keys cannot be used or kept, each with what to do; the whole sentence of a `SECRET_STORE` error. */
export const secretReasons = {
  'secret-none': {
    zh: '还没有填写淘宝开放平台的密钥。请在“设置 → 淘宝开放平台”填写 App Key 和 App Secret。',
    en: 'There are no keys for the Taobao Open Platform yet. Enter App Key and App Secret under Settings → Taobao Open Platform.',
  },
  'secret-locked': {
    zh: '密钥已上锁。请在“设置 → 淘宝开放平台”输入保护密码解锁，本次运行期间有效。',
    en: 'The keys are locked. Unlock them with the passphrase under Settings → Taobao Open Platform; they stay open until the program ends.',
  },
  'secret-wrong-passphrase': {
    zh: '保护密码不对，密钥没有解开。忘记了可以“清除密钥”后重新填写。',
    en: 'The passphrase is wrong; the keys stay locked. If it is forgotten, forget the keys and enter them again.',
  },
  'secret-no-system-key': {
    zh: '密钥由桌面程序用系统钥匙串加密，这里读不到。请在桌面程序里使用，或清除密钥后在这里重新填写。',
    en: 'The keys were encrypted by the desktop app with the system’s key store, which cannot be reached from here. Use the desktop app, or forget the keys and enter them again here.',
  },
  'secret-damaged': {
    zh: '保存密钥的文件已损坏。请清除密钥后重新填写。',
    en: 'The file with the keys is damaged. Forget the keys and enter them again.',
  },
  'secret-passphrase-short': {
    zh: '保护密码至少要 8 个字符。它用来加密密钥，不会保存，忘记了只能重新填写密钥。',
    en: 'The passphrase needs at least 8 characters. It encrypts the keys and is stored nowhere; if it is forgotten the keys have to be entered again.',
  },
  'secret-unwritable': {
    zh: '密钥无法写入数据目录（{detail}），没有保存。请检查权限和磁盘空间。',
    en: 'The keys could not be written to the data folder ({detail}) and were not saved. Check permissions and disk space.',
  },
  'secret-incomplete': {
    zh: '更换 App Key 时要同时填写新的 App Secret。',
    en: 'A new App Key needs its new App Secret as well.',
  },
} as const;

export type SecretReason = keyof typeof secretReasons;
