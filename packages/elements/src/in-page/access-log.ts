import { provideDocumentPortal } from '../document-portal.ts';
import '../access-log/define.ts';

provideDocumentPortal();
