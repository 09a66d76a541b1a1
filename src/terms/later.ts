type Makers = Readonly<Record<string, () => unknown>>;
type Made<M extends Makers> = { readonly [K in keyof M]: ReturnType<M[K]> };

/** A constructor that makes nothing: a class that extends it puts its private field on the object it is given. */
const Given = function (object: object): object {
  return object;
} as unknown as new (object: object) => object;

class Later extends Given {
  readonly #makers: Makers;

  constructor(object: object, makers: Makers) {
    super(object);
    this.#makers = makers;
  }

  static read(object: Later, key: string): unknown {
    return object.#makers[key]!();
  }
}

const properties = new Map<string, PropertyDescriptor>();

/** One getter for all objects that have a property of this name. */
function propertyOf(key: string): PropertyDescriptor {
  let property = properties.get(key);
  if (property === undefined) {
    const get = function (this: Later): unknown {
      return Later.read(this, key);
    };
    properties.set(key, (property = { enumerable: true, configurable: true, get }));
  }
  return property;
}

/**
 * Adds properties that are worked out each time they are read; they are the object's own, so that copying it or writing it
 * as JSON reads them. The same as `get` in an object literal, but V8 gives every such literal a hidden class of its own,
 * which costs ten times as much and keeps the object alive until the next full collection.
 */
export function later<T extends object, M extends Makers>(object: T, makers: M): T & Made<M> {
  const made: object = new Later(object, makers);
  for (const key of Object.keys(makers)) Object.defineProperty(made, key, propertyOf(key));
  return made as T & Made<M>;
}
