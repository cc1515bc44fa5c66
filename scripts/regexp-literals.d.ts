export function replaceLiterals(
  code: string,
  put: (source: string, flags: string) => string,
): string;
export function lazyLiterals(code: string): {
  readonly head: string;
  readonly code: string;
  readonly isChanged: boolean;
};
