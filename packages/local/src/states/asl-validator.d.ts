declare module "asl-validator" {
  type Result = { isValid: boolean; errorsText(separator?: string): string };
  /** Changes the definition it is given: hand it a copy. */
  function validate(definition: object, options?: { checkPaths: boolean; checkArn: boolean }): Result;
  export = validate;
}
