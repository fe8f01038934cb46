/** Why a pack is refused; `where` is the path inside it. The message catalogue has the sentences. */
export interface PackIssue {
  code:
    | 'not-json'
    | 'too-large'
    | 'too-deep'
    | 'type'
    | 'name'
    | 'kind'
    | 'date'
    | 'examples'
    | 'grammar'
    | 'unknown-detector'
    | 'id'
    | 'id-taken'
    | 'source'
    | 'example-missed'
    | 'example-flagged';
  where: string;
  detail: string;
}
