declare module "world-atlas/*.json" {
  /** Where the file is served. */
  const path: string;
  export default path;
}
