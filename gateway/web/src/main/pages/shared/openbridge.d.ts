declare module "openbridge:icons" {
  /** By name: each path as [d, fill, stroke, fill rule]. */
  const shapes: Record<string, [string, string, string, string][]>;
  export default shapes;
}
