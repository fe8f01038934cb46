import type { FindingReader, OpenFinding } from '#app/ports/finding-reader';
import type { PastFinding } from '#contract/compliance';
import type { Finding } from '#domain/compliance/finding';
import type { Connection } from '../open-database.ts';

type Stored<Row extends { finding: Finding }> = Omit<Row, 'finding'> & { json: string };

function parsed<Row extends { finding: Finding }>({ json, ...row }: Stored<Row>): Row {
  return { ...row, finding: JSON.parse(json) as Finding } as unknown as Row;
}

/** {@link FindingReader} over one connection. */
export class FindingRepository implements FindingReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  open(category: string | null, afterId: number, limit: number): OpenFinding[] {
    return this.#db
      .prepare<unknown[], Stored<OpenFinding>>(
        `SELECT f.id, p.market || ':' || p.item_key AS productId, p.title, f.field, f.finding_json AS json,
           coalesce(CASE f.field WHEN 'title' THEN p.title ELSE p.recommend_text END, '') AS text
         FROM finding f JOIN product p ON p.id = f.product_id
         WHERE f.superseded_at IS NULL AND f.id > @afterId AND f.field IN ('title', 'recommend')
           AND (@category IS NULL OR f.category = @category)
         ORDER BY f.id LIMIT @limit`,
      )
      .all({ category, afterId, limit })
      .map((row) => parsed<OpenFinding>(row));
  }

  past(productRowId: number, limit: number): PastFinding[] {
    return this.#db
      .prepare<unknown[], Stored<PastFinding>>(
        `SELECT field, finding_json AS json, found_at AS foundAt, superseded_at AS supersededAt,
           superseded_by AS supersededBy
         FROM finding WHERE product_id = @productRowId AND superseded_at IS NOT NULL AND field IN ('title', 'recommend')
         ORDER BY superseded_at DESC, id DESC LIMIT @limit`,
      )
      .all({ productRowId, limit })
      .map((row) => parsed<PastFinding>(row));
  }
}
