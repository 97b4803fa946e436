// A writer of ONNX files, enough for models of a few nodes. Field numbers are those of onnx.proto3, opset 14.

type Dim = number | string
type ElementType = 'float' | 'int64'

export interface Graph {
  readonly nodes: readonly OnnxNode[]
  /** Constants by name. */
  readonly tensors?: Readonly<Record<string, Tensor>>
  readonly inputs: Readonly<Record<string, ValueType>>
  readonly outputs: Readonly<Record<string, ValueType>>
}

export interface OnnxNode {
  readonly op: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** A whole number or a list of them. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>
}

export interface Tensor {
  readonly type: ElementType
  /** Empty for a scalar. */
  readonly dims: readonly number[]
  /** Row after row. */
  readonly values: readonly number[]
}

interface ValueType {
  readonly type: ElementType
  /** A name stands for a length that is known when the model runs. */
  readonly dims: readonly Dim[]
}

/** The bytes of an ONNX file. The same graph gives the same bytes. */
export function onnxModel({ nodes, tensors = {}, inputs, outputs }: Graph): Uint8Array {
  const graph = message(
    ...nodes.map((node) => bytes(1, nodeProto(node))),
    text(2, 'graph'),
    ...Object.entries(tensors).map(([name, tensor]) => bytes(5, tensorProto(name, tensor))),
    ...Object.entries(inputs).map(([name, value]) => bytes(11, valueProto(name, value))),
    ...Object.entries(outputs).map(([name, value]) => bytes(12, valueProto(name, value))),
  )
  const irVersion = 8
  const operators = message(text(1, ''), integer(2, 14))
  return message(integer(1, irVersion), text(2, 'assay'), bytes(7, graph), bytes(8, operators))
}

export function node(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: NonNullable<OnnxNode['attributes']> = {},
): OnnxNode {
  return { op, inputs, outputs: [output], attributes }
}

export function floats(dims: readonly number[], values: readonly number[]): Tensor {
  return { type: 'float', dims, values }
}

export function integers(dims: readonly number[], values: readonly number[]): Tensor {
  return { type: 'int64', dims, values }
}

const elementTypes: Readonly<Record<ElementType, number>> = { float: 1, int64: 7 }

function nodeProto({ op, inputs, outputs, attributes = {} }: OnnxNode): Uint8Array {
  return message(
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(3, outputs[0] ?? op),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, attributeProto(name, value))),
  )
}

function attributeProto(name: string, value: number | readonly number[]): Uint8Array {
  const [wholeNumber, wholeNumbers] = [2, 7]
  return typeof value === 'number'
    ? message(text(1, name), integer(3, value), integer(20, wholeNumber))
    : message(text(1, name), ...value.map((one) => integer(8, one)), integer(20, wholeNumbers))
}

function tensorProto(name: string, { type, dims, values }: Tensor): Uint8Array {
  const size = dims.reduce((product, dim) => product * dim, 1)
  if (size !== values.length) throw new Error(`${name} has ${values.length} values for ${dims.join(' x ')}`)
  const raw = new DataView(new ArrayBuffer(size * (type === 'float' ? 4 : 8)))
  for (const [i, value] of values.entries()) {
    if (type === 'float') raw.setFloat32(4 * i, value, true)
    else raw.setBigInt64(8 * i, BigInt(value), true)
  }
  return message(
    ...dims.map((dim) => integer(1, dim)),
    integer(2, elementTypes[type]),
    text(8, name),
    bytes(9, new Uint8Array(raw.buffer)),
  )
}

function valueProto(name: string, { type, dims }: ValueType): Uint8Array {
  const shape = message(
    ...dims.map((dim) => bytes(1, typeof dim === 'string' ? text(2, dim) : integer(1, dim))),
  )
  const tensor = message(integer(1, elementTypes[type]), bytes(2, shape))
  return message(text(1, name), bytes(2, bytes(1, tensor)))
}

function integer(field: number, value: number): Uint8Array {
  return message(key(field, 0), varint(BigInt(value)))
}

function text(field: number, value: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(value))
}

function bytes(field: number, value: Uint8Array): Uint8Array {
  return message(key(field, 2), varint(BigInt(value.length)), value)
}

function key(field: number, wireType: number): Uint8Array {
  return varint(BigInt((field << 3) | wireType))
}

/** Seven bits a byte, lowest first; a negative number as its 64-bit complement. */
function varint(value: bigint): Uint8Array {
  const out: number[] = []
  let rest = BigInt.asUintN(64, value)
  for (; rest > 127n; rest >>= 7n) out.push(Number(rest & 127n) | 128)
  return Uint8Array.from([...out, Number(rest)])
}

function message(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
