import { AppError } from '#contract/errors';
import { detailsOf } from '#contract/messages/error-details';
import type { CopyTemplate } from '#contract/templates';
import type { Locale } from '#contract/messages/format-message';
import { describeTemplateProblem } from '#contract/messages/template-messages';
import type { SurfaceId } from '#contract/surfaces';
import { checkTemplate } from '#domain/campaigns/templates/check-template';
import type { CopyTemplate as BuiltInTemplate } from '#domain/campaigns/templates/template-file';

export interface StoredTemplate {
  id: string;
  name: string;
  surface: SurfaceId;
  body: string;
}

export interface TemplateStore {
  list(): StoredTemplate[];
  save(template: StoredTemplate): Promise<void>;
  /** @returns whether there was one */
  remove(id: string): Promise<boolean>;
}

/** All copy templates: the program's own and the user's. */
export class TemplateBook {
  readonly #builtIn: readonly BuiltInTemplate[];
  readonly #store: TemplateStore;
  readonly #newId: () => string;

  constructor(builtIn: readonly BuiltInTemplate[], store: TemplateStore, newId: () => string) {
    this.#builtIn = builtIn;
    this.#store = store;
    this.#newId = newId;
  }

  list(locale: Locale): CopyTemplate[] {
    const inLocale = (text: { zh: string; en: string }): string => (locale === 'en' ? text.en : text.zh);
    return [
      ...this.#store.list().map((template) => ({ ...template, description: '', builtIn: false })),
      ...this.#builtIn.map(({ id, surface, name, description, body }) => ({
        id,
        surface,
        body,
        name: inLocale(name),
        description: inLocale(description),
        builtIn: true,
      })),
    ];
  }

  /** Some templates as a file holds them: with their words in every language they have. */
  inBothLanguages(ids: readonly string[]): BuiltInTemplate[] {
    const own = this.#store.list().map(({ name, ...template }) => ({
      ...template,
      name: { zh: name, en: name },
      description: { zh: '', en: '' },
    }));
    return [...own, ...this.#builtIn].filter(({ id }) => ids.includes(id));
  }

  /** The template to start with on a surface: its first built-in one, else that for groups. */
  defaultFor(surface: SurfaceId): string {
    const found =
      this.#builtIn.find((template) => template.surface === surface) ??
      this.#builtIn.find((template) => template.surface === 'group');
    if (!found) throw new Error('no built-in templates');
    return found.id;
  }

  has(id: string): boolean {
    return (
      this.#builtIn.some((template) => template.id === id) || this.#store.list().some((template) => template.id === id)
    );
  }

  /** Body of a template; the surface's default when the id no longer exists. */
  body(id: string, surface: SurfaceId): string {
    const own = this.#store.list().find((template) => template.id === id);
    const builtIn = this.#builtIn.find((template) => template.id === (own ? '' : id));
    const fallback = this.#builtIn.find((template) => template.id === this.defaultFor(surface));
    return own?.body ?? builtIn?.body ?? fallback?.body ?? '';
  }

  /**
   * Saves a new template or a changed one of the user's.
   * @throws AppError `TEMPLATE_INVALID` with the first errors, `CONFLICT` for a built-in one
   */
  async save(template: { id: string | null; name: string; surface: SurfaceId; body: string }): Promise<CopyTemplate> {
    if (template.id !== null && this.#builtIn.some(({ id }) => id === template.id)) {
      throw new AppError('CONFLICT', 'built-in template', {
        params: { detail: '自带模板不能修改，请另存为自己的模板' },
      });
    }
    const check = checkTemplate(template.body, template.surface);
    if (!check.ok) {
      const errors = check.problems.filter(({ severity }) => severity === 'error').slice(0, 3);
      const details = detailsOf((locale) => {
        const sentences = errors.map((problem) => describeTemplateProblem(problem, locale));
        return sentences.join(locale === 'en' ? ' ' : '');
      });
      throw new AppError('TEMPLATE_INVALID', details.detailEn, { params: details });
    }
    const stored = { ...template, id: template.id ?? this.#newId() };
    await this.#store.save(stored);
    return { ...stored, description: '', builtIn: false };
  }

  /** @throws AppError `NOT_FOUND` when it is not one of the user's */
  async remove(id: string): Promise<void> {
    if (!(await this.#store.remove(id))) throw new AppError('NOT_FOUND', id, { params: { detail: '模板' } });
  }
}
