import type { Geometry, Row, Shape } from "../model/types.ts";

/** What the stage draws: it knows neither types nor layers. */
export type Drawable = {
  /** Of the row; a shape between two keys has that of the track and no row of its own. */
  id: string;
  row: Row | undefined;
  shape: Shape;
  geometry: Geometry;
  color: string;
  label: string;
  /** Between keys, or of a layer that is not edited. */
  dashed: boolean;
  isEditable: boolean;
};
