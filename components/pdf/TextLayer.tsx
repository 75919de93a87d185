import './text-layer.css';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { LayoutBlock } from '@/lib/domain/reading/pdf/layout-block';
import type { LoadedPage } from '@/lib/ui/pdf/file-pages';
import type { PdfReaderModel } from '@/lib/ui/pdf/pdf-reader-model';
import { type PlacedPiece, placePieces } from '@/lib/ui/pdf/place-pieces';

interface TextLayerProps {
  loaded: LoadedPage;
  model: PdfReaderModel;
}

/** The text of a page over its picture, unseen: to be selected, searched, read aloud, and measured while it is read. */
export function TextLayer({ loaded, model }: TextLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const { number, layout, passages } = loaded;
  const marked = model.view.marked.value;
  const markedBlock =
    marked?.page === number ? passages.find(({ text }) => text.startsWith(marked.start))?.block : undefined;
  useEffect(() => {
    const blocks = layer.current?.children;
    if (blocks === undefined) return;
    const shown = passages.flatMap((passage) => {
      const element = blocks[passage.block];
      return element === undefined ? [] : [{ element, passage }];
    });
    model.follower.watch(number, shown);
  }, [number, passages, model]);
  useEffect(() => {
    if (markedBlock !== undefined) layer.current?.children[markedBlock]?.scrollIntoView({ block: 'center' });
  }, [markedBlock]);
  return (
    <div ref={layer} class="text-layer">
      {layout.blocks.map((block, index) => (
        <BlockText key={index} block={block} isMarked={index === markedBlock} />
      ))}
    </div>
  );
}

function BlockText({ block, isMarked }: { block: LayoutBlock; isMarked: boolean }) {
  const { left, top, width, height } = block.box;
  const pieces = useMemo(() => placePieces(block), [block]);
  const Tag = block.kind === 'heading' ? 'h3' : 'p';
  return (
    <Tag
      class={`text-layer__block${isMarked ? ' text-layer__block--marked' : ''}`}
      style={{ '--left': left, '--top': top, '--width': width, '--height': height }}
    >
      {pieces.map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </Tag>
  );
}

function Piece({ piece }: { piece: PlacedPiece }) {
  const { text, left, top, size, stretch, isMonospaced } = piece;
  return (
    <span
      class={`text-layer__piece${isMonospaced ? ' text-layer__piece--monospaced' : ''}`}
      style={{ '--left': left, '--top': top, '--size': size, '--stretch': stretch }}
    >
      {text}
    </span>
  );
}
