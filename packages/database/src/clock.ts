/** The time, passed in and never read; stands still under `MDS_NOW`. */
export type Clock = () => Date;
