// Fields that are made one at a time, when someone asks for them.
import type { FieldName, Fields } from '../model';
import type { Pair } from '../tree';

export abstract class FieldsOnDemand implements Fields {
  protected abstract pairOf(field: FieldName): Pair | undefined;

  get environment(): Pair | undefined {
    return this.pairOf('environment');
  }

  get product(): Pair | undefined {
    return this.pairOf('product');
  }

  get name(): Pair | undefined {
    return this.pairOf('name');
  }

  get vendor(): Pair | undefined {
    return this.pairOf('vendor');
  }

  get profile(): Pair | undefined {
    return this.pairOf('profile');
  }

  get server(): Pair | undefined {
    return this.pairOf('server');
  }

  get timezone(): Pair | undefined {
    return this.pairOf('timezone');
  }

  get expiryDay(): Pair | undefined {
    return this.pairOf('expiryDay');
  }

  get id(): Pair | undefined {
    return this.pairOf('id');
  }

  get key(): Pair | undefined {
    return this.pairOf('key');
  }

  get kind(): Pair | undefined {
    return this.pairOf('kind');
  }

  get seats(): Pair | undefined {
    return this.pairOf('seats');
  }

  get starts(): Pair | undefined {
    return this.pairOf('starts');
  }

  get expires(): Pair | undefined {
    return this.pairOf('expires');
  }

  get required(): Pair | undefined {
    return this.pairOf('required');
  }

  get acceptedGaps(): Pair | undefined {
    return this.pairOf('acceptedGaps');
  }

  get reason(): Pair | undefined {
    return this.pairOf('reason');
  }

  get reviewBy(): Pair | undefined {
    return this.pairOf('reviewBy');
  }

  get list(): Pair | undefined {
    return this.pairOf('list');
  }
}
