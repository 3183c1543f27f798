/** Written by the Worker's build; a data module of the Worker. */
declare const packed: ArrayBuffer;
export default packed;
