/** One file for each icon, so that neither tests nor the page read the other 1,700. The package describes only the whole. */
declare module "lucide/dist/esm/icons/*.mjs" {
  const shapes: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
  export default shapes;
}
