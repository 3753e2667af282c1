import type { ReactNode } from 'react';

/** A column as data. The first one of a table names its rows. */
export interface Column<Row> {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly value: (row: Row) => ReactNode;
  /** What wants attention, or is of less interest: a class of the text. */
  readonly tone?: (row: Row) => string;
  /** What is told when a pointer rests on the value. */
  readonly hint?: (row: Row) => string | undefined;
}

/** By which column the rows are sorted, for who wants another order. */
export interface Sorting<Row> {
  readonly by: Column<Row> | undefined;
  readonly isDown: boolean;
  readonly choose: (column: Column<Row>, isDown: boolean) => void;
}

export interface TableProps<Row> {
  /** What the table is of, for who does not see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly nameOf: (row: Row) => string | number | undefined;
  readonly toneOf?: (row: Row) => string;
  readonly sorting?: Sorting<Row>;
  /** What stands in a row instead of its values; nothing when it has some. */
  readonly instead?: (row: Row) => ReactNode | undefined;
}

/** Rows of values, numbers to the right. A narrow screen scrolls it sideways, also with the keyboard. */
export function Table<Row>({ label, columns, rows, nameOf, toneOf, sorting, instead }: TableProps<Row>) {
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.title} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={nameOf(row)} className={toneOf?.(row) ?? ''}>
              <Cells columns={columns} row={row} instead={instead?.(row)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column, sorting }: { readonly column: Column<Row>; readonly sorting: Sorting<Row> | undefined }) {
  const { title, isNumber = false } = column;
  const alignment = isNumber ? 'num' : '';
  if (sorting === undefined) {
    return (
      <th scope="col" className={alignment}>
        {title}
      </th>
    );
  }
  const isChosen = sorting.by === column;
  // Of numbers the large ones are wanted first, of names the first.
  const isDown = isChosen ? !sorting.isDown : isNumber;
  const arrow = (
    <span className="arrow" aria-hidden="true">
      {sorting.isDown ? '↓' : '↑'}
    </span>
  );
  return (
    <th scope="col" className={alignment} aria-sort={isChosen ? (sorting.isDown ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="sort" onClick={() => sorting.choose(column, isDown)}>
        {isChosen && isNumber && arrow}
        {title}
        {isChosen && !isNumber && arrow}
      </button>
    </th>
  );
}

function Cells<Row>({ columns, row, instead }: { readonly columns: readonly Column<Row>[]; readonly row: Row; readonly instead: ReactNode | undefined }) {
  return columns.map((column, i) => {
    const { isNumber, value, tone, hint } = column;
    const look = { className: `${isNumber === true ? 'num' : ''} ${tone?.(row) ?? ''}`.trim(), title: hint?.(row) };
    if (i === 0) {
      return (
        <th key={column.title} scope="row" {...look}>
          {value(row)}
        </th>
      );
    }
    if (instead !== undefined) {
      return i > 1 ? null : (
        <td key={column.title} colSpan={columns.length - 1}>
          {instead}
        </td>
      );
    }
    return (
      <td key={column.title} {...look}>
        {value(row)}
      </td>
    );
  });
}
