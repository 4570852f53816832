import { EngineError } from '../engine-error';
import type { WebglContext } from './context';
import { VERTEX_SHADERS, type Geometry } from './shaders/vertex';

export interface ProgramSource {
  geometry: Geometry;
  /** GLSL ES 3.00 without the version and precision lines. */
  fragment: string;
}

export type UniformValue = number | readonly number[];

interface Uniform {
  location: WebGLUniformLocation;
  type: number;
}

export class Program {
  constructor(
    readonly handle: WebGLProgram,
    readonly uniforms: ReadonlyMap<string, Uniform>,
    /** Samplers and their texture units. */
    readonly units: ReadonlyMap<string, number>,
  ) {}
}

const HEADER = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp sampler2DArray;
`;

/** Compiles each source once. */
export class ProgramCache {
  private readonly programs = new Map<string, Program>();

  constructor(private readonly context: WebglContext) {}

  get({ geometry, fragment }: ProgramSource): Program {
    const key = `${geometry}\n${fragment}`;
    let program = this.programs.get(key);
    if (!program) {
      program = this.link(geometry, fragment);
      this.programs.set(key, program);
    }
    return program;
  }

  destroy(): void {
    for (const { handle } of this.programs.values()) this.context.gl.deleteProgram(handle);
    this.programs.clear();
  }

  private link(geometry: Geometry, fragment: string): Program {
    const { gl } = this.context;
    const handle = gl.createProgram();
    const shaders = [this.compile(gl.VERTEX_SHADER, VERTEX_SHADERS[geometry]), this.compile(gl.FRAGMENT_SHADER, fragment)];
    for (const shader of shaders) gl.attachShader(handle, shader);
    gl.linkProgram(handle);
    if (!gl.getProgramParameter(handle, gl.LINK_STATUS) && !gl.isContextLost()) throw this.failure(shaders, handle);
    for (const shader of shaders) gl.deleteShader(shader);
    return this.describe(handle);
  }

  private compile(type: number, source: string): WebGLShader {
    const { gl } = this.context;
    const shader = gl.createShader(type);
    if (!shader) throw new EngineError('context-lost', 'The graphics device was lost; the run can go on with another engine.');
    gl.shaderSource(shader, HEADER + source);
    gl.compileShader(shader);
    return shader;
  }

  private failure(shaders: readonly WebGLShader[], handle: WebGLProgram): EngineError {
    const { gl } = this.context;
    const log = [...shaders.map((shader) => gl.getShaderInfoLog(shader)), gl.getProgramInfoLog(handle)].filter(Boolean).join(' ');
    return new EngineError('unsupported', `The graphics driver does not compile a program (${log}); choose another engine.`);
  }

  private describe(handle: WebGLProgram): Program {
    const { gl } = this.context;
    const uniforms = new Map<string, Uniform>();
    const units = new Map<string, number>();
    const count = (gl.getProgramParameter(handle, gl.ACTIVE_UNIFORMS) as number | null) ?? 0;
    gl.useProgram(handle);
    for (let i = 0; i < count; i++) {
      const { name, type } = gl.getActiveUniform(handle, i)!;
      const location = gl.getUniformLocation(handle, name)!;
      if (type !== gl.SAMPLER_2D && type !== gl.SAMPLER_2D_ARRAY) {
        uniforms.set(name, { location, type });
        continue;
      }
      gl.uniform1i(location, units.size);
      units.set(name, units.size);
    }
    return new Program(handle, uniforms, units);
  }
}

/** Sets a uniform of the program in use by the type that the shader declares. */
export function setUniform(gl: WebGL2RenderingContext, { location, type }: Uniform, value: UniformValue): void {
  const values = typeof value === 'number' ? [value] : value;
  switch (type) {
    case gl.INT:
    case gl.BOOL:
      return gl.uniform1iv(location, values);
    case gl.INT_VEC2:
      return gl.uniform2iv(location, values);
    case gl.INT_VEC3:
      return gl.uniform3iv(location, values);
    case gl.INT_VEC4:
      return gl.uniform4iv(location, values);
    case gl.FLOAT:
      return gl.uniform1fv(location, values);
    case gl.FLOAT_VEC2:
      return gl.uniform2fv(location, values);
    case gl.FLOAT_VEC4:
      return gl.uniform4fv(location, values);
    default:
      throw new Error(`No shader of this engine has a uniform of type ${type}.`);
  }
}
