import './popup-footer.css';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/ui/i18n';

interface PopupFooterProps {
  canUndo: boolean;
  onUndo: () => void;
  onKeys: () => void;
  onOverview: () => void;
}

export function PopupFooter({ canUndo, onUndo, onKeys, onOverview }: PopupFooterProps) {
  return (
    <footer class="popup-footer">
      <Button variant="quiet" icon="undo" shortcut="Z Control+Z" disabled={!canUndo} onClick={onUndo}>
        {t('common.undo')}
      </Button>
      <span class="popup-footer__gap" />
      <Button variant="quiet" shortcut="?" onClick={onKeys}>
        {t('popup.menu.keys')}
      </Button>
      <Button variant="quiet" onClick={onOverview}>
        {t('popup.menu.overview')}
      </Button>
    </footer>
  );
}
