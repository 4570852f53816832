/** A compute shader: its parameters, the buffers that it is given in this order, and what one invocation does. */
export interface Kernel {
  /** Unique among kernels: the compiled one is found by it. */
  name: string;
  /** Scalars such as "height: u32"; u32, i32 or f32. */
  parameters: readonly string[];
  /** Such as "a: array<f32>"; those that are written begin with "mut ". */
  buffers: readonly string[];
  /** Invocations of a workgroup. */
  workgroupSize: number;
  /** Functions, constants and workgroup memory. */
  declarations?: string;
  /** Sees `group`, `groups` (vec3<u32>) and `lane`, the invocation's number in its workgroup. */
  body: string;
}

/** What limits every device keeps at the least: 256 invocations, 16 KiB of workgroup memory, 8 storage buffers. */
export const WORKGROUP_SIZE = 256;
/** Workgroups along one side of a grid, far below the least limit of 65535. */
export const MOST_GROUPS_A_SIDE = 32768;

export function sourceOf({ parameters, buffers, workgroupSize, declarations = '', body }: Kernel): string {
  return `struct Parameters { ${parameters.join(', ')} }
@group(0) @binding(0) var<uniform> parameters: Parameters;
${buffers.map(bindingOf).join('\n')}
${declarations}
@compute @workgroup_size(${workgroupSize})
fn main(
  @builtin(workgroup_id) group: vec3<u32>,
  @builtin(num_workgroups) groups: vec3<u32>,
  @builtin(local_invocation_index) lane: u32,
) {
${body}
}`;
}

function bindingOf(buffer: string, index: number): string {
  const written = buffer.startsWith('mut ');
  return `@group(0) @binding(${index + 1}) var<storage, ${written ? 'read_write' : 'read'}> ${buffer.replace('mut ', '')};`;
}

/** A kernel that does something for each i below `parameters.count`. */
export function elementwise(kernel: Omit<Kernel, 'workgroupSize'>): Kernel {
  return {
    ...kernel,
    parameters: ['count: u32', ...kernel.parameters],
    workgroupSize: WORKGROUP_SIZE,
    body: `  let i = (group.y * groups.x + group.x) * ${WORKGROUP_SIZE}u + lane;
  if (i >= parameters.count) { return; }
${kernel.body}`,
  };
}

/** A grid of at least as many workgroups as `count` invocations need. */
export function gridFor(count: number): [x: number, y: number] {
  const groups = Math.max(1, Math.ceil(count / WORKGROUP_SIZE));
  const x = Math.min(groups, MOST_GROUPS_A_SIDE);
  return [x, Math.ceil(groups / x)];
}

/** A family of kernels that differ by a few choices: each one's source is written once. */
export function kernelFamily<Choices extends readonly (string | boolean)[]>(make: (...choices: Choices) => Kernel): typeof make {
  const made = new Map<string, Kernel>();
  return (...choices) => {
    const key = choices.join();
    const known = made.get(key);
    if (known) return known;
    const kernel = make(...choices);
    made.set(key, kernel);
    return kernel;
  };
}
